# 写情景用的命令

cli-about-new = 新建一个情景，从模板改起
cli-arg-new-id = 情景的名字，也是文件夹名：小写字母、数字、- 和 _
cli-arg-template = 用哪个模板：one 一个人、三步（不写就用它），mediation 两家调解，collective 集体来访
cli-arg-example = 不用模板，照抄一个完整的情景，连译文一起
cli-arg-into = 建在哪个文件夹里；不写就建在当前文件夹
new-bad-id = “{ $id }”不能当情景的名字：只能有小写字母、数字、- 和 _，比如 leaking-roof。
new-exists = { $path } 已经有了，没有动它。换个名字，或者先把它挪开。
new-cannot-write = 建不了 { $path }：{ $reason }
new-made =
    建好了：{ $path }
    打开里面的 scenario.ron，改成你自己的；每改完一处就查一遍：
      calmdesk check { $path }
      calmdesk play { $path }
authoring-cannot-write = 写不进 { $path }：{ $reason }

cli-about-fmt = 把 scenario.ron 和它并进来的文件排整齐，文字和注释一个不动
cli-arg-fmt-path = 情景文件夹，或者一个 .ron，可以写几个
cli-arg-fmt-check = 只看不改：有没排整齐的就列出来
fmt-done = 排好了：{ $path }
fmt-same = 本来就整齐：{ $path }
fmt-untidy = 还没排整齐：{ $path }
fmt-cannot-read = “{ $path }”读不出来：{ $reason }
fmt-not-sound = { $path } 的括号、引号或逗号对不上，没有动它。先按下面的提示改：

cli-about-translate = 建立或更新译文文件
cli-arg-translate-path = 情景文件夹
cli-arg-translate-to = 译成哪种语言；不写就是原文之外的那一种
translate-header =
    等号右边写译文。要译的原文在每条上面的 # source 里；还没译的写着 { "{ \"\" }" }，换成译文就行。
    原文改过的，旧的原文在 # stale 里：改好译文，把那一行删掉。
    改完运行 calmdesk check；情景有改动，再运行一次 calmdesk translate。
translate-same = 原文就是 { $tag }，不用译。
translate-broken = { $path } 里有读不懂的地方，没有动它。先改好再来：
translate-made = 建好了 { $path }：{ $texts } 处文字，等着译。
translate-updated = 更新了 { $path }：{ $texts } 处文字，译了 { $done } 处。
translate-unchanged = { $path } 不用动：{ $texts } 处文字，译了 { $done } 处。
translate-missing = 还没译的（{ $count } 处）：
translate-stale = 原文改过、译文要看一遍的（{ $count } 处）：
translate-unused = 情景里已经没有、译文里还留着的（{ $count } 处）：{ $names }
translate-more = ……还有 { $count } 处

cli-about-script = 把整个剧本打印出来，给真人扮演用
cli-arg-script-path = 情景的名字、文件夹或 .zip
cli-arg-script-output = 存成什么文件，看后缀：.pdf 或 .html；不写就存在当前文件夹
script-unknown-form = 不知道“{ $path }”该存成什么。文件名请用 .pdf 或 .html 结尾。
script-saved = 剧本存好了：{ $path }

## 剧本

script-kind = 角色扮演脚本
script-how-to = 一人演来访人，一人接待，一人看着剧本记录。接待的人不看剧本，用自己的话说；主持人挑意思最近的选项（A、B、C），照右边的数字往下走。灰色小字是标注：话里要人接住什么，选项做了什么。“对方的反应”只是大概，演的人看自己当时的火候。
script-footer = { $title } · 含答案，别发给学员
script-plays-on = 故事日期 { $day }
script-minutes = 约 { $minutes } 分钟
script-difficulty = 难度 { $difficulty }
script-people = { $count } 个角色
script-age = { $age } 岁
script-objectives = 练什么
script-briefing = 开场前告诉学员
script-case-file = 案卷
script-roles = 角色
script-staff = 我方的人
script-staff-how-to = 这张只给演他的人。照着说，说完就停，看学员怎么接；学员接得住，就顺着台阶下。这个人不打分，也没有情绪曲线。
script-our-own = { $name }（我方）
script-to-staff = 说给{ $who }（我方的人）听
script-does = 这话是在：
script-calls-for = 要接住：
script-acts = 做了什么
script-takes-it = 对方的反应
script-page = 第 {"{"}n{"}"} 页，共 {"{"}of{"}"} 页
script-with = { $what }（{ $more }）
script-times = { $count } 次
script-visit = { $clock } · { $place } · 在场：{ $names }
script-breaks-in = 半路插进来的
script-breaks-in-about = 爆发、冷场、被打断或出现危险时走这里，走完回到原处。
script-narration = 旁白
script-trainee = 接待的人选一句
script-days = { $count ->
        [0] 同一天，换个地方
       *[other] 过 { $count } 天
    }
script-keeps = 这几天里兑现：{ $what }
script-branch = 看情况走
script-otherwise = 都不是
script-topics = 学员（先谈哪件都行，谈完一件回到这里）
script-topics-done = 该谈的都谈完了 { $next }
script-topic-optional = （可以不谈）
script-topic-leave = （不再谈下去）
script-end = 结局：{ $title }（{ $outcome }）
script-next = → { $number }
script-return = → 原处
script-outcome-resolved = 有了着落
script-outcome-partial = 办了一半
script-outcome-unresolved = 原地没动
script-outcome-lost = 人走了
script-place-reception-room = 接待室
script-place-quiet-room = 安静的小房间
script-place-home = 家里
script-place-meeting-room = 会议室
script-place-hall = 大厅
script-risk-weapon = 带着凶器
script-risk-self-harm = 想伤自己
script-risk-collapse = 要晕倒
script-risk-violence = 要动手
script-risk-infection = 怕有传染

## 给演员的提示

script-wants = 心里最要紧的：{ $needs }。
script-need-voice = 有人听
script-need-respect = 受尊重
script-need-fairness = 公道
script-need-clarity = 心里有数
script-need-control = 自己说了算
script-need-safety = 踏实安全
script-need-remedy = 事情办成
script-arrives = 进门时带着：{ $feelings }。
script-strong = { $feeling }（很重）
script-some = { $feeling }（有一些）
script-trust-low = 不太信得过接待的人，头几句会试探。
script-trust-high = 愿意信接待的人，话好说。
script-breaks-soon = 憋不住，几句不顺就要发作。
script-breaks-late = 沉得住气，轻易不发作。
script-masks = 火气压在里面，脸上不一定看得出来。
script-shows = 心里什么样，脸上嗓门上就什么样。
script-shows-little = 动静小，要靠细处看出来：手、眼神、停顿。
script-catches = 容易被旁边的人带着走。
script-stubborn = 认死理，不轻易松口。
script-speaks-fast = 说话快。
script-speaks-slowly = 说话慢，中间有停顿。
script-meets = 顾到“{ $need }”
script-hurts = 伤到“{ $need }”
script-eases = 气往下走
script-mounts = 气往上顶
script-no-effect = 没什么动静

## 剧本里的条件

script-when-and = 、而且
script-when-or = ，或者
script-when-not = 不是“{ $what }”
script-when-told = 说到过“{ $what }”
script-when-noted = 记下了“{ $what }”
script-when-did = 做过“{ $what }”
script-when-chose = 在 { $number } 选了 { $mark }
script-when-visited = 走过 { $number }
script-when-at-least = { $name }的{ $what }到了 { $value }
script-when-below = { $name }的{ $what }不到 { $value }
script-when-var-at-least = 计数 { $name } 到了 { $value }
script-when-var-is = 计数 { $name } 是 { $value }
script-when-issued = 开过《{ $what }》
script-when-promised = 答应过“{ $what }”
script-when-kept = 兑现了“{ $what }”
script-when-broken = 没兑现“{ $what }”
script-when-deflections = 被推了 { $count } 回以上
script-when-interruptions = 被打断 { $count } 回以上
script-when-outbursts = 爆发过 { $count } 回以上
script-when-days = 过了 { $count } 天以上
script-when-step = 这件事已经走过“{ $what }”
script-when-chance = 掷骰子，{ $percent }% 的机会
script-quantity-Anger = 气
script-quantity-Distress = 苦
script-quantity-Fear = 怕
script-quantity-Disappointment = 失望
script-quantity-Hope = 盼头
script-quantity-Relief = 松快
script-quantity-Gratitude = 感激
script-quantity-Trust = 信任
script-quantity-Pressure = 憋着的劲
script-quantity-Pleasure = 好心情
script-quantity-Arousal = 激动劲
script-quantity-Dominance = 底气
script-quantity-Voice = “有人听”
script-quantity-Respect = “受尊重”
script-quantity-Fairness = “公道”
script-quantity-Clarity = “心里有数”
script-quantity-Control = “自己说了算”
script-quantity-Safety = “踏实安全”
script-quantity-Remedy = “事情办成”

## 从别处搬过来（另见 import.ftl）

cli-about-import = 把 Twine 的故事（Twee 3 或发布的网页）或乌得勒支情景（UUDSL 4）搬成情景的底稿
cli-arg-import-story = Twine 里“导出为 Twee”得到的文件、发布的网页，或 Scenario Editor 导出的 XML；一个文件夹或 ZIP 里的 Twee 文件合成一个故事
import-header =
    从 Twee 故事搬过来的底稿。先做三件事：写上来访人是谁，改好 plays_on，给每个选项补上 acts。
    行为的名字见 docs/acts.md；改一点，运行一次 calmdesk check。
import-untitled = 没有题目的故事
import-visitor = 来访人
import-todo = 待补：每个选项做了什么，写进 acts
import-nowhere = 这里还没写
import-cannot-read = 读不了 { $path }：{ $reason }
import-nothing = { $path } 里没有故事段落，也没有对白。Twee 3 的段落以 :: 开头；UUDSL 的对白写在 dialogue 里。
import-made =
    搬好了：{ $path }，{ $passages } 段，{ $options } 个选项等着补 acts。
      calmdesk check { $path }
import-reach = 从开头走得到 { $now } 段，和原来一样。
import-reach-lost = 有路丢了：原来从开头走得到 { $before } 段，现在只有 { $now } 段。走不到的（{ $lost } 段）：
import-published = { $path } 是网页，但里面没有 Twine 2 的故事段落。请在 Twine 里选“构建”“导出为 Twee”，再搬那个文件。UUDSL 情景要用 Scenario Editor 导出的 XML。
import-too-many-files = { $path } 里文件太多，一个故事最多 { $limit } 个。
import-left-out = 没能搬过来的（{ $count } 处）：
import-macro = 第 { $line } 行 · 宏或变量：{ $text }
import-html = 第 { $line } 行 · 网页标记：{ $text }
import-picture = 第 { $line } 行 · 图片：{ $text }
import-code = 第 { $line } 行 · 脚本或样式：{ $text }
import-no-passage = 第 { $line } 行 · 链接没有下文：{ $text }
import-too-many = 第 { $line } 行 · 选项太多，没收下：{ $text }
import-comment = 第 { $line } 行 · 备注：{ $text }
import-special = 第 { $line } 行 · 特殊段落，不是谁说的话：{ $text }
import-passage-twice = 第 { $line } 行 · 同名的段落有两个，用了后面这个：{ $text }
import-bad-data = 第 { $line } 行 · StoryData 的 JSON 读不通，开头和格式尽量认了（行:列 { $text }）
import-no-start = 第 { $line } 行 · 指定的开头不在，改从别的段落开始：{ $text }
import-worked-out = 第 { $line } 行 · 去向要边走边算的路，没跟：{ $text }
import-not-shown = 第 { $line } 行 · 段落里套段落，太深或太多：{ $text }
import-not-read = 第 { $line } 行 · 没读：{ $text }
import-only-link = 第 { $line } 行 · 只有一条路，不成选择：{ $text }
