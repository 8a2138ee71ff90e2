# 窗口里的文字

# 没有窗口
no-window-display = 没有找到图形桌面（DISPLAY 和 WAYLAND_DISPLAY 都没有设置），打不开窗口。
no-window-display-silent = 图形桌面“{ $detail }”没有应答，打不开窗口。
no-window-adapter = 没有找到可用的显卡或软件渲染驱动（如 Mesa），打不开窗口。
no-window-failed = 窗口打不开：{ $detail }

# 各屏
screen-loading = 正在打开
screen-menu = 首页
screen-briefing = 接访前
screen-visit = 接访
screen-debrief = 复盘
screen-sessions = 我的记录
screen-settings = 设置
loading = 正在准备情景……
back = 返回
go-on = 继续
keep = 留着
delete = 删除

# 首页
menu-tagline = 坐到接访桌前，先练听，再练说。
menu-quit = 退出
menu-settings = 设置
menu-sessions = 我的记录
menu-scenarios = 选一个情景
menu-empty = 还没有情景。请把情景文件夹放进数据文件夹的 scenarios 里，再打开一次。
menu-broken = 打不开，需要改
menu-more-problems = 另有 { $n } 处问题
menu-minutes = 约 { $n } 分钟
menu-difficulty = 难度
menu-difficulty-of = 难度 { $n }，满 5
menu-this-time = 这一次
menu-mode = 方式
mode-practice = 练习
mode-exam = 考核
mode-practice-explained = 能看紧张度，能要提示，能退一步重来。
mode-exam-explained = 没有紧张度和提示，说出口的话收不回。
menu-untimed = 不计时间
menu-untimed-explained = 打断、冷场不算分，慢慢看、慢慢想。
menu-name = 姓名（可不填）
menu-name-hint = 印在报告上
menu-class = 班级或单位（可不填）
menu-class-hint = 印在报告上
menu-privacy = 姓名和记录只存在这台电脑上。
menu-last = 上次：{ $result }
menu-go-on = 接着练：{ $title }（已经 { $turns } 轮）
menu-start = 开始

family-noise = 噪声扰民
family-wages = 拖欠工资
family-collective = 群体来访
family-housing = 征地拆迁
family-demolition = 征地拆迁
family-general = 综合

# 接访前
briefing-heading = 情况
briefing-objectives = 练什么
briefing-begin = 请进来
briefing-keys = 全程可以只用键盘：1–8 选话，字母键做动作，空格听对方说完（练习），X 插话，F1–F5 翻桌上的东西，F6 换一处，Esc 暂停。
case-file-empty = 案卷里没有别的材料。

# 接访
visit-pause = 暂停
visit-of = 第 { $n } 次，共 { $of } 次
visit-tension = 紧张度
visit-tension-label = 紧张度 { $n }，满 8
visit-seen = { $name }：{ $look }。
visit-still-speaking = 还在说
visit-speech-said = 已经说了百分之 { $percent }
visit-narration = 现场
visit-you = 我
visit-you-said = 我：{ $text }
visit-your-turn = 轮到您了。
visit-listen = 听着。
visit-wait = 稍等。
visit-hear-out = 听完
visit-folded = 对方还在说。现在开口，就是打断。
visit-cut-in = 插话
visit-hint = 提示
visit-step-back = 退一步
visit-cut-off = 您打断了对方。
visit-noted = 记下了。
visit-nothing-to-note = 这几个字里没有要记的事实。
visit-save-again = 再存一次
visit-to-debrief = 去复盘
option-gesture = （动作）{ $text }
option-desk = （办理）{ $text }
date-pattern = %-m月%-d日
days-later = { $n ->
    [0] 同一天
   *[other] { $n } 天以后
}
promise-kept = 说到做到：{ $promise }
promise-broken = 没有做到：{ $promise }
outcome-resolved = 走上了正路
outcome-partial = 走了一半
outcome-unresolved = 原地没动
outcome-lost = 人走了，心也凉了
pause-title = 停一下
pause-text = 时间停着，对方不会等急。
pause-leave = 先离开（以后接着练）

# 桌上
desk-notebook = 记事本
desk-handbook = 手册
desk-case-file = 案卷
desk-calendar = 日历
calendar-weekend = 今天休息
calendar-make-up = 调休上班（{ $name }）
calendar-matter = 这件事
calendar-stage = 现在：{ $stage }
calendar-promised = 答应过的
calendar-nothing-promised = 还没有答应过什么。
calendar-open = 还没到期
calendar-kept = 做到了
calendar-broken = 没做到
calendar-by = { $day }以前
calendar-by-law = 法定期限
calendar-by-law-explained = 从今天起算。答应的日子可以早，不能晚过它。
calendar-due = 最晚 { $day }（{ $period }，从{ $from }起算）
desk-history = 往来
notebook-empty = 还什么都没记。
notebook-from-words = 刚才的话
notebook-how = 点一句，里面的事实就记下来；气泡里的字也能直接点。
notebook-note-label = 记下：{ $words }
notebook-noted-label = 已记下：{ $words }
handbook-search = 查条文
handbook-empty = 这个情景没有带条文。
handbook-nothing = 没有查到。
handbook-unverified = 原文未核对，引用前请查官方文本。
history-empty = 还没有开始说话。
history-gesture = （{ $gesture }）
history-step = { $day }，{ $by }：{ $step }（{ $fate }）
history-step-not = { $step }：{ $fate }
history-cut-off = { $who }的话被打断了
history-outburst = { $who }爆发了

# 复盘
own-title = 先说说您自己的感觉
own-text = 看分数以前，给自己打个分。两边对着看，最有收获。
own-listening = 让对方把话说完了吗？听到要紧的事了吗？
own-empathy = 对方觉得您懂他吗？
own-procedure = 下一步找谁、什么时候、凭什么，说清楚、办到位了吗？
own-1 = 很差
own-2 = 差一点
own-3 = 一般
own-4 = 不错
own-5 = 很好
own-done = 看结果
own-skip = 不打分，直接看结果
debrief-menu = 回首页
debrief-save = 存成报告
debrief-saved = 报告存好了：{ $path }
debrief-again = 从头再来
debrief-from-here = 从这里再试
debrief-critical = 严重过失：{ $kind }（第 { $turn } 轮）
debrief-better = 换成这句更好：{ $text }
debrief-law-says = 法律是这样说的：{ $article }，{ $text }
debrief-curve = 对方的心情
debrief-turns = 一轮一轮看
debrief-open = 展开
debrief-fold = 收起
debrief-open-all = 全部展开
debrief-fold-all = 全部收起
debrief-open-turn = 展开第 { $n } 轮
debrief-fold-turn = 收起第 { $n } 轮
debrief-mistake-next = 下一处失误
debrief-mistake-before = 上一处失误
debrief-see-turn = 看第 { $n } 轮
verdict-critical = 严重过失
debrief-turn = 第 { $n } 轮
debrief-turning = 转折 { $n }
debrief-heard = { $who }：{ $text }
debrief-you = 您：{ $text }
debrief-thought = { $who }心里：{ $text }
debrief-own = 您自己：{ $level }
debrief-total = 总评
debrief-plus = 做得好
debrief-delta = 可以改
curve-label = { $who }的心情曲线
curve-axis = 横轴是轮次，竖轴 0–100。

# 我的记录
sessions-empty = 还没有练过。回首页选一个情景开始。
sessions-unreadable = 读不了
sessions-open = 看复盘、存报告
sessions-resume = 接着练
sessions-turns = { $n } 轮
sessions-critical = 严重过失 { $n } 处
sessions-delete-title = 真的删掉？
sessions-delete-text = 这次记录会从这台电脑上删掉，找不回来。

# 设置
settings-language = 语言
settings-text-size = 字号
text-size-normal = 标准
text-size-large = 大
text-size-larger = 特大
settings-sample = 您说“寒心”，我听到了。您坐，从头慢慢说。
settings-seeing = 显示
settings-high-contrast = 高对比度
settings-reduced-motion = 少动：人物不晃，话一次出全
settings-gauge = 练习时显示紧张度
settings-folder = 记录和设置存在：{ $path }
key-space = 空格
