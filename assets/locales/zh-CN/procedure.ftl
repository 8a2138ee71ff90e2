# 程序：期限、类别、文书

## 数日子
period-days = { $days } 日
period-working-days = { $days } 个工作日
deadline-note-hearing = 听证用了 { $days } 天，没有算进去。
deadline-note-day-off = 最后一天 { $due } 是休息日。能不能顺延到 { $moved }，法条没写，没有核实到依据；按 { $due } 办最稳。
deadline-note-only-opinion = 这个期限只管第三十一条第（六）项的事项；走诉讼、仲裁等别的路的，看那条路自己的期限。
deadline-note-unverified = 这一条没有核实到可靠的原文，用之前先问清楚。
deadline-note-no-holidays = { $year } 年的放假安排还没有收录，这一年只扣了周末。

## 期限
limit-forward = 信访部门转送、交办
    .from = 收到之日
limit-notice = 书面告知收到情况、处理途径和程序
    .from = 收到之日
limit-forwarded-notice = 转来的事项，书面告知信访人
    .from = 收到转送之日
limit-objection = 不归自己管的，说明理由提出异议
    .from = 收到转送之日
limit-decision = 办结，出具处理意见书
    .from = 受理之日
limit-decision-with-extension = 办结（经批准延期并告知理由）
    .from = 受理之日
limit-ask-review = 信访人申请复查
    .from = 收到书面答复之日
limit-review = 答复复查
    .from = 收到复查申请之日
limit-ask-re-review = 信访人申请复核
    .from = 收到复查意见之日
limit-re-review = 答复复核
    .from = 收到复核申请之日
limit-inspection = 劳动监察查完
    .from = 立案之日
limit-inspection-with-extension = 劳动监察查完（经批准延期）
    .from = 立案之日
limit-arbitration-acceptance = 仲裁委决定受不受理
    .from = 收到申请之日
limit-award = 仲裁裁决
    .from = 受理之日
limit-award-with-extension = 仲裁裁决（延期）
    .from = 受理之日
limit-sue-after-award = 不服裁决，向法院起诉
    .from = 收到裁决书之日
limit-court-confirmation = 双方一起申请司法确认
    .from = 协议生效之日
limit-ask-reconsideration = 申请行政复议
    .from = 知道这个行政行为之日
limit-ask-second-appraisal = 申请复核评估
    .from = 收到评估报告之日
limit-second-appraisal = 评估机构复核评估
    .from = 收到复核申请之日
limit-ask-expert-appraisal = 向专家委员会申请鉴定
    .from = 收到复核结果之日

## 类别和去向
class-suggestion = 建议意见
class-accusation = 检举控告
class-remedy = 申诉求决
route-litigation = 法院、检察、公安的法律程序
route-arbitration = 仲裁
route-party-appeal = 党内申诉
route-other-procedure = 其他行政程序
route-statutory-duty = 申请查处、履行法定职责
route-opinion = 出具信访处理意见书
urgency-ordinary = 一般
urgency-pressing = 要抓紧
urgency-urgent = 紧急
remedy-review = 申请复查
remedy-re-review = 申请复核
remedy-reconsideration = 申请行政复议
remedy-litigation = 起诉
remedy-arbitration = 申请仲裁
remedy-final = 同样的事实和理由不再受理，疏导帮扶继续

## 栏目
field-person = 姓名
field-id-number = 身份证号
field-contact = 住址和电话
field-people = 来访人数
field-claim = 诉求
field-facts = 事实
field-reasons = 理由
field-received-on = 收到日期
field-class = 类别
field-urgency = 缓急
field-route = 处理途径
field-body = 承办单位
field-procedure = 办理程序
field-deadline = 期限
field-basis = 依据
field-result = 处理意见
field-remedy = 不服怎么办
field-reason = 延期理由
field-approval = 负责人批准
field-seal-date = 盖章日期
field-signatures = 签名
field-parties = 双方当事人
field-dispute = 争议事项
field-consent = 双方自愿
field-terms = 约定内容
field-breach = 没做到怎么办
field-attachments = 材料清单
field-follow-up = 跟进人
field-held-on = 时间
field-place = 地点
field-present = 在场的人
field-observed = 看到、听到、量到的
field-unclear = 没弄清的
field-channel = 回访方式
field-progress = 落实情况
field-satisfaction = 满不满意
field-next-step = 下一步
field-hardship = 实际困难
field-help = 帮扶和责任人
field-contact-plan = 联系和回访安排
field-other = 其他
field-health = 病史
field-religion = 宗教信仰
field-family = 家庭成员
field-employer = 家属工作单位
field-income = 收入
field-bank-account = 银行账号
field-fingerprint = 指纹
field-social-accounts = 微信等账号
field-backers = 谁让来的、还有谁

## 到了哪一步
stage-received = 刚收到
stage-registered = 已登记
stage-redirected = 已告知该找哪家
stage-not-accepted = 下级正在办，上级不受理
stage-forwarded = 已转送
stage-returned = 提出异议、退回
stage-studied = 正在研究
stage-answered = 已回复
stage-passed-on = 已转纪检监察
stage-dealt-with = 纪检监察已处理
stage-separated = 诉访已分离
stage-led-away = 已导入别的程序
stage-accepted = 已受理
stage-handling = 正在办
stage-extended = 已延期
stage-settled = 调解、和解结了
stage-decided = 已出处理意见
stage-review-asked = 已申请复查
stage-reviewed = 已复查
stage-re-review-asked = 已申请复核
stage-final = 已复核，程序走完

## 能做的事
step-receive = 收到
step-register = 登记
step-tell-where = 当面告知该找哪家
step-decline-same = 告知正在办理、不重复受理
step-forward = 转送、交办
step-object = 说明理由提出异议
step-forward-again = 重新转送
step-study = 研究建议
step-answer-suggestion = 回复采不采纳
step-pass-on = 转纪检监察机关
step-deal-with-accusation = 依规依纪依法处理
step-separate = 诉访分离，转政法部门
step-lead-into = 导入该走的程序
step-fulfil-duty = 履行职责并答复
step-accept = 受理并书面告知
step-verify = 听取陈述、调查核实
step-extend = 批准延期并告知理由
step-settle = 自愿调解或和解，写成协议
step-decide = 出具处理意见书
step-ask-review = 申请复查
step-answer-review = 书面答复复查
step-ask-re-review = 申请复核
step-answer-re-review = 书面答复复核
step-help = 继续疏导帮扶
step-show-to-accused = 让被检举的一方看材料
step-retaliate = 打击报复

actor-petition-office = 信访部门
actor-competent-body = 有权处理的机关
actor-head-of-body = 承办机关负责人
actor-next-higher = 上一级机关
actor-higher-still = 再上一级机关
actor-disciplinary-organ = 纪检监察机关
actor-visitor = 信访人
actor-or = 或者
step-in-order = 照次序
step-in-time = 期限以内
step-only-if-moved = 顺延才不算迟
step-late = 迟了 { $days } 天
step-refused-never = 谁都不许
step-refused-not-now = 走不通，还没到或者已经过了这一步
step-refused-not-yours = 走不通，该别家来做
step-refused-not-classified = 走不通，还没定类别和去向
step-refused-other-class = 走不通，这类事不走这条路
step-refused-other-route = 走不通，这件事走的不是这条路
step-refused-too-late = 走不通，过了期限
step-refused-backwards = 走不通，日子倒着走了
step-refused-exhausted = 走不通，复核以后不再受理
step-overdue = 到期没办，过了 { $days } 天
limit-running = { $step }：最迟{ $day }，{ $left ->
    [0] 就是今天
   *[other] 还有 { $left } 天
}（{ $by }）
limit-lapsed = { $step }：{ $year }年{ $day }截止，没有提，过期了，不能再提
limit-over = { $step }：{ $day }到期，已经过了 { $over } 天，还欠着（{ $by }）

## 为什么不行
refused-never = “{ $step }”什么时候都不行，谁也不行。
refused-not-now = 现在{ $stage }，还轮不到“{ $step }”，或者已经过了这一步。
refused-not-yours = “{ $step }”该由{ $by }来做。
refused-not-classified = 还没分清这是哪一类、走哪条路，先分清再“{ $step }”。
refused-other-class = 这件事是{ $right }，不走“{ $step }”这条路。
refused-other-route = 这件事该走“{ $right }”，不能“{ $step }”。
refused-too-late = “{ $step }”的期限 { $day } 就到了。
refused-backwards = 日子倒回去了：上一步是 { $day } 做的。
refused-exhausted = 复核已经出了，同样的事实和理由不再受理；疏导帮扶不能停。
refused-instead = { $by }：{ $step }

## 处置阶梯
conduct-shouting = 哭闹、嗓门大
conduct-gathering = 非法聚集、围堵、拦车
conduct-weapon = 带着危险物品、管制器具
conduct-insult = 辱骂、口头威胁
conduct-violence = 动手打人、限制自由、砸东西
conduct-staying = 滞留、滋事
conduct-abandoned-dependant = 把生活不能自理的人丢下
conduct-inciting = 煽动、串联、操纵别人
conduct-disorder = 其他扰乱秩序的事
conduct-collapse = 突然发病
conduct-infection = 可能是严重传染病
conduct-self-harm = 流露轻生念头
measure-soothe = 先安抚情绪
measure-pause = 歇一会儿再谈
measure-ask-about-risk = 直接问清危险
measure-care-for = 把人安顿好、有人守着
measure-call-colleague = 叫同事、报负责人
measure-secure-room = 疏散旁人、保持距离
measure-dissuade = 劝阻
measure-criticise-and-educate = 批评教育
measure-call-police = 请公安到场
measure-call-medical = 叫急救
measure-call-disease-control = 报疾控
measure-threaten = 拿处罚吓唬人
measure-intercept = 拦截、遣返
measure-retaliate = 打击报复
ladder-in-order = “{ $measure }”，是这时候该做的。
ladder-in-order-waiting = { $conduct }：先看着、陪着，不急着动。
ladder-jumped = { $conduct }：一下子就“{ $measure }”，过头了，先要“{ $first }”。
ladder-should-have-acted = { $conduct }：不能再等，该“{ $first }”了。
ladder-not-called-for = { $conduct }：“{ $measure }”用不上。
ladder-forbidden = “{ $measure }”什么时候都不行。

## 多人来访

## calmdesk deadline
cli-about-deadline = 算法定期限：哪天到期、依据哪一条
deadline-arg-date = 从哪天起算，比如 2026-09-25；当天不算
deadline-arg-limit = 哪种期限；不写就全列出来
deadline-arg-hearing = 听证用了几天（只有复核不把听证算进去）
deadline-arg-format = human（默认）或者 json
deadline-after-help = 期限有：{ $ids }。
deadline-no-date = “{ $given }”不是日期。写成 2026-09-25 这样。
deadline-unknown-limit = 没有“{ $given }”这种期限。
deadline-no-law = { $day } 那天，手头没有一部法规定过这个期限。《信访工作条例》从 2022-05-01 起施行。
deadline-beyond = 日子太远了，算不到。
deadline-day = { $day } { $weekday }
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日
deadline-list = 从 { $day } 起算，当天不算：
deadline-line = { $due }  { $id }：{ $what }（{ $period }）
deadline-from = 起算　{ $value }
deadline-from-value = { $day }（{ $from }，当天不算）
deadline-period = 期限　{ $value }
deadline-due = 到期　{ $value }
deadline-basis = 依据　{ $value }
deadline-skipped = 扣除　{ $value }
deadline-note = 注意　{ $value }
deadline-holiday = { $name }：{ $first }{ $days ->
    [many] {" "}到 { $last }
   *[one] {""}
}
deadline-weekends = 周末 { $days } 天

## calmdesk law
cli-about-law = 查条文：有哪些法规、哪一条怎么说、从哪天起施行
law-arg-what = 法规包的名字（xf2022）、一条（xf2022/20(3)），或者要找的词；不写就列出全部法规
law-arg-on = 只要那天有效的，比如 2025-12-31
law-arg-packs = 另外收进这个文件夹里的地方规定（或者它下面的 law 文件夹）
law-arg-format = human（默认）或者 json
law-after-help = 条文是用自己的话写的，不是法律原文；标着“未核实”的，引用前请查官方文本。
law-list = 法规包 { $n } 个：
law-line = { $id }  《{ $title }》 { $since } · { $n } 条{ $open ->
    [0] {""}
   *[other] ，其中 { $open } 条未核实
}
law-pack = 《{ $title }》 { $id } · { $since }
law-article = { $number }  { $place }：{ $text }
law-unverified = {"    "}（未核实：引用前请查官方文本）
law-source = 出处　{ $source }
law-since = { $from } 起施行{ $sure ->
    [no] （施行日期未核实）
   *[yes] {""}
}{ $ends ->
    [yes] ，到 { $until } 为止
   *[no] {""}
}
law-nothing = 没有查到“{ $what }”。
law-nothing-then = 那天没有一部有效的法规。
law-unknown-pack = 没有“{ $given }”这个法规包。
law-unknown-article = “{ $pack }”里没有第“{ $given }”条。有的是：{ $held }。
law-cannot-read = 读不了 { $path }：{ $reason }

## 地方规定写得不对的地方
law-wrong-syntax = 第 { $line } 行第 { $column } 列读不下去，细情用 calmdesk check 看
law-wrong-taken = 已经有叫“{ $id }”的法规包了，换个名字
law-wrong-id = 名字“{ $id }”不合写法
law-wrong-name = 文件名和里面的名字“{ $id }”对不上
law-wrong-dates = { $until } 失效，比 { $from } 施行还早
law-wrong-text = “{ $what }”缺中文或者缺英文
law-wrong-number = “{ $number }”不是条款号
law-wrong-twice = 第“{ $number }”条写了两遍
law-wrong-empty = 一条也没有
law-wrong-overlap = “{ $earlier }”和“{ $later }”是同一部，{ $day } 那天两个都有效
law-wrong-rules = 地方规定不能定 { $what }，那是法律的事
law-wrong-many = 条文太多
