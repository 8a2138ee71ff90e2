# 命令行、终端练习、日志

## 帮助

cli-heading-usage = 用法：
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-list = { $rest }、{ $next }
cli-about-calmdesk = 接访实训：练接待、练化解，一言一行都有回应。
cli-about-play = 在终端里接访
cli-about-replay = 重放一份日志，或者逐项核对
cli-about-report = 生成可打印的报告
cli-about-check = 检查情景文件
cli-arg-help = 看帮助
cli-arg-version = 看版本
cli-arg-lang = 用哪种语言，不写就跟系统走
cli-arg-scenario = 情景的名字、文件夹或 .zip；不写就列出来让你挑
cli-arg-seed = 随机种子；种子一样、做法一样，结果就一样
cli-arg-log = 日志存到这个文件（必须是新文件）；不写就存进数据文件夹
cli-arg-resume = 接着一份没练完的日志往下练
cli-arg-answers = 从文件读做法，一行一步；写 - 就从标准输入读
cli-arg-policy = 让机器来接访：expert、careful、random、first、longest、shortest、wordiest、politest、plainest、quietest、surface、pleaser、lecturer、stonewaller、bully、interrupter
cli-arg-name = 学员姓名，印在报告上，只留在这台机器里
cli-arg-class = 班级
cli-arg-exam = 考核：没有紧张度，也不能退回
cli-arg-timed = 计时：抢话、冷场都算数
cli-arg-untimed = 不受理：考核不计时要由布置考核的人准许
cli-arg-replay-log = 日志文件
cli-arg-verify = 把每一步、每个分数重算一遍，对不上就报错
cli-arg-feelings = 列出来访人每一轮的感受
cli-arg-format = 用什么格式列：table、json 或 csv
cli-arg-report-log = 日志文件
cli-arg-output = 存成什么文件，看后缀：.pdf、.html 或 .json；不写就放在日志旁边
cli-arg-path = 情景文件夹或 .zip，可以写几个
cli-arg-check-format = 给人看（human），给程序读（json），或写成在代码平台上逐行显示的提示（github）
cli-after-help = 不带命令就打开窗口。每个命令后面加 --help 有细说。
cli-after-play = 做法文件里一行一步：选项的名字或序号，gesture Nod 做动作，note hours 记下事实，wait 2000 等两秒，back 退一步；# 开头的行不算。
cli-unknown-language = 没有“{ $tag }”这种语言。可以用：{ $known }。
cli-unknown-argument = 没有“{ $given }”这个选项。
cli-unknown-command = 没有“{ $given }”这个命令。
cli-missing-argument = 还缺：{ $given }。
cli-given-twice = “{ $given }”写了两遍，留一个。
cli-over-source = 结果不能写到“{ $path }”：那正是要读的文件。换个名字。
cli-conflict = “{ $given }”和“{ $other }”不能一起用。
cli-no-value = “{ $given }”后面要跟内容。
cli-bad-value = “{ $value }”不能用作“{ $given }”。
cli-unwanted-value = “{ $given }”后面不用跟内容。
cli-not-text = 命令里有认不出的字符，请用 UTF-8。
cli-not-understood = 这条命令没看懂。
cli-did-you-mean = 是不是想写“{ $meant }”？
cli-valid-values = 可以用：{ $values }。
cli-see-help = 加上 --help 看看怎么写。
cli-cannot-print = 没法往外打印：{ $reason }
cli-built-without-window = 这个版本不带窗口。
cli-terminal-instead = 那就在终端里练，规则和日志都一样。
cli-terminal-offer = 可以在终端里练：calmdesk play
report-saved = 报告存好了：{ $path }
report-unknown-form = 不知道“{ $path }”该存成什么。文件名请用 .pdf、.html 或 .json 结尾。

## 终端里的接访

play-direction = （{ $text }）
play-says = { $name }：
play-says-looking = { $name }（{ $look }）：
play-you-say = 你：
play-you-do = 你 ▷{" "}
play-option-deed = 〔{ $text }〕
play-looks = { $rest }，{ $next }
play-face = { $name }：{ $look }
play-tension = 紧张度 { $bar }
play-speaks = 要说 { $seconds } 秒
play-when = { $month }月{ $day }日 { $clock }
play-person = { $name }（{ $role }）
play-our-own = 我方的人
play-present = 在座：{ $people }
play-interrupted = 你打断了{ $name }的话
play-outburst = { $name }再也压不住，爆发了
play-noted = 记下了：{ $fact }
play-stage = 这件事：{ $stage }
play-limit = 期限：{ $limit }
play-step = { $day }，{ $by }：{ $step }（{ $fate }）
play-step-refused = { $step }：{ $fate }
play-step-overdue = { $step }：{ $fate }
play-paper = 开出：{ $title }
play-promised = 你答应了：{ $promise }
play-kept = 说到做到：{ $promise }
play-broken = 没兑现：{ $promise }
play-days = { $days ->
        [0] 同一天
       *[other] 过了 { $days } 天
    }
play-stepped-back = 退回到第 { $turn } 轮之前，后面的不算了
play-ending = 结局：{ $title }
play-own-scale = 1 很差，2 差一点，3 一般，4 不错，5 很好；不想打分，直接回车。
play-own-prompt = { $name }：{ $question }{" "}
play-own-not-understood = 请打 1 到 5，或者直接回车。
play-total = 总分
play-capped = { $total }（碰了红线，封顶；原来 { $before }）
play-standing = 结果：{ $standing }
play-critical = 先看红线：碰了 { $count } 处
play-critical-line = 第 { $turn } 轮，{ $what }：{ $why }
play-log = 日志：{ $path }
    想看报告：calmdesk report "{ $path }"
play-left = 还没完。日志留着：{ $path }
    接着练：calmdesk play --resume "{ $path }"
play-unsaved = 有 { $count } 步没能存进日志。
play-keys = 序号 选 · g1 动作 · n 记事 · h 回看 · u 退一步 · ? 帮助 · q 离开
play-keys-exam = 序号 选 · g1 动作 · n 记事 · h 回看 · ? 帮助 · q 离开
play-help =
    输入选项前的序号再回车，就是说这句话、做这件事。
    桌上有表要填、有答复要拼时，2b 是第二项填 b，可以一次写几个：1a 2b 3c；ok 交上去。
    g1、g2……：做一个动作，点头、倒水这些，话还可以接着选。
    n：看看记事本，还有哪些事实可以记；n1 就是记下第一条。
    h：从头回看到现在。
    u：退一步重来（练习时才有）。
    q：先离开，日志留着，下次接着来。
play-not-understood = 没看懂“{ $word }”。输入选项前的序号，或者 ? 看帮助。
play-no-such-gesture = 没有“{ $word }”这个动作，序号在 g 那一行。
play-no-such-fact = 没有“{ $word }”这一条，输入 n 看看能记哪些。
play-nothing-to-undo = 还没开始，没有可退的。
play-notebook = 记事本
play-to-note = 还可以记：
play-nothing-to-note = 眼下没有新的事实要记。
play-write-failed = 回车再存一次，q 离开 >{" "}
play-line-too-long = 一行超过 { $limit } 字节，不像是手打的，不再往下读。
play-resumed = 接着练《{ $title }》，已经走了 { $turns } 轮。
play-was-damaged = 日志末尾坏了 { $bytes } 字节（从第 { $line } 行起），已经去掉；原样留在 { $kept }。前面的都在。
play-library = 有这些情景：
play-library-about = （{ $minutes } 分钟，难度 { $difficulty }）
play-library-broken = （有 { $count } 处错误，打不开）
play-library-prompt = 练哪个？输入序号，q 离开 >{" "}
play-not-in-library = 没有“{ $word }”，请输入前面的序号。
play-which = 练哪个情景？写在 play 后面：{ $known }。
play-no-machine-in-exam = 考核要本人考，不能用 --policy 让机器代答。练习可以。
play-no-self-grant = 考核要计时。确有需要的，由布置考核的人在班级任务里准许；自己不能给自己免。
play-no-scenario = 没有叫“{ $name }”的情景。现有：{ $known }。自己写的请给出文件夹路径。
play-broken-scenario = 情景“{ $name }”有错，没法练：
play-no-data-folder = 不知道数据该放哪儿。请设环境变量 CALMDESK_DATA，或者用 --log 指定日志文件。
play-name-too-long = 姓名和班级最多 { $max } 个字，这里有 { $number } 个。
play-unknown-policy = 没有“{ $name }”这种打法。可以用：{ $known }。

## 做法文件

answer-line = { $file } 第 { $line } 行：{ $why }
answer-unknown = 没看懂“{ $word }”。这里没有这个选项；也可以写 gesture、note、fill、wait、back。
answer-not-a-number = “{ $word }”不是数字。
answer-no-gesture = 没有“{ $word }”这个动作，例如写 gesture Nod。
answer-no-fact = 情景里没有“{ $word }”这条事实。
answer-not-utf8 = 这一行不是 UTF-8，请另存为 UTF-8 再用。
answer-too-long = 这一行太长，最多 { $limit } 字节。
answer-too-many = 行数太多，最多 { $limit } 行。
answer-unreadable = 读不了做法文件 { $path }：{ $reason }

## 神态

look-loud = 嗓门大
look-shouting = 喊了起来
look-quiet = 声音很低
look-fast = 说得又快又急
look-slow = 说得很慢
look-halting = 说说停停
look-crying = 带着哭腔
look-trembling = 声音发抖
look-sarcastic = 话里带刺
look-sighing = 叹着气
look-tears = 眼圈红了
look-tremble = 手在发抖
look-fists = 攥着拳头
look-glare = 瞪着眼
look-worried = 眉心拧着，很不安
look-frown = 皱着眉
look-lips = 抿紧了嘴
look-mouth = 嘴角往下撇
look-smile = 脸上松快了些
look-slump = 身子塌了下去
look-away = 不看你
look-forward = 身子往前探
look-back = 往后靠着
look-breath = 喘得厉害

## 步骤不合

move-ended = 这次接访已经结束了。
move-not-on-offer = 现在没有“{ $option }”这个选项。
move-not-a-gesture = “{ $act }”不是动作。
move-fact-not-told = 对方还没说到“{ $fact }”，记不了。
move-no-step-back-in-exam = 考核不能退回。
move-no-skip-in-exam = 考核不能跳过对方的话。
move-no-such-turn = 没有第 { $turn } 轮可以退。

## 重放与核对

replay-head = { $who } · { $started }
replay-unnamed = 没有留名
replay-unfinished = 到这里为止，还没练完。
replay-open-exam = 这场考核还没考完，内心的数字现在不给看。
replay-torn = 日志末尾坏了：从第 { $line } 行起有 { $bytes } 字节读不出来，前面的都在。
verify-holds = 核对无误：{ $path }，{ $moves } 步、{ $events } 个事件和全部分数都对得上。
verify-holds-unfinished = 核对无误：{ $path }，{ $moves } 步、{ $events } 个事件都对得上；还没练完，没有分数。
verify-differs =
    { $path } 第 { $line } 行对不上：
      日志里：{ $recorded }
      重算是：{ $recomputed }
    这份日志被改过，或者是别的版本记的，分数不能采信。
verify-torn = { $path } 第 { $line } 行起有 { $bytes } 字节读不出来，这份日志不完整。前面的部分对得上；用 calmdesk play --resume 可以接着练。
verify-nothing = （没有）
verify-swapped = { $path } 对不上：里面装的情景不是开头写明的那一份，有人换过。
verify-version = { $what }变了：记录时 { $recorded }，现在 { $present }。
version-app = 程序版本
version-acts = 行为目录版本
version-rubric = 评分标准版本
version-model = 来访人模型版本
version-papers = 文书评法
feelings-turn = 轮
feelings-visitor = 来访人
feelings-trust = 信任
feelings-pressure = 憋着的

## 日志出了问题

log-cannot-create = 建不了 { $path }：{ $why }
log-cannot-open = 打不开 { $path }：{ $why }
log-cannot-read = 读不了 { $path }：{ $why }
log-cannot-write = 写不进 { $path }：{ $why }
log-cannot-keep = 想把损坏的日志原样留一份，可写不进 { $path }：{ $why }
log-cannot-delete = 删不掉 { $path }：{ $why }
log-cannot-list = 列不出 { $path } 里的日志：{ $why }
io-not-found = 没有这个文件或文件夹，看看路径对不对。
io-permission = 没有权限。换个文件夹，或者请管理员放开权限。
io-read-only = 这个盘是只读的，换个地方存。
io-full = 盘满了。腾出些空间再来，已经存下的不会丢。
io-too-large = 超过了文件大小的限制。请管理员放宽，或者换个盘。
io-larger = 太大，最多 { $limit } MB。
io-larger-kb = 太大，最多 { $limit } KB。
io-no-file = 这是管道或设备，不是文件。先存成文件再用。
io-bad-name = 名字不行：太长，或者链接绕成了圈。
io-is-folder = 这是文件夹，要的是文件。
io-not-folder = 路径中间有一段不是文件夹。
io-exists = 已经有同名的了，换个名字。
io-other = 系统没让做，看看盘和权限，再试一次。
log-exists = { $path } 已经有了，日志不会盖掉旧文件。换个名字；要接着练，用 --resume。
log-busy = { $path } 正在被另一个窗口使用。先把那边关掉。
log-empty = { $path } 是空的，没有可接的内容。删掉它，重新练一次。
log-foreign = { $path } 不是接访实训的日志。日志一般以 .calmlog 结尾。
log-torn-head = { $path } 刚开头就断了，里面还没有任何一步。删掉它，重新练一次。
log-line-ends = { $path } 的换行符被改过了：多半是邮件或编辑器改的。去拿没改过的那份（压缩了再发就不会改）。
log-running = { $path } 正在考，考完交了才能看。
log-too-long = { $path } 第 { $line } 行：步数或结局太多，最多 { $limit } 个。这不像是人练出来的，没有打开。
log-moved = 日志原来的文件夹不见了。全部记录已改存到 { $path }，接着练就行。
log-newer = { $path } 是更新的版本（{ $app }，格式 { $format }）记的，这里只认得到格式 { $known }。请升级后再打开。
log-too-big = { $path } 超过 { $megabytes } MB，不像是日志，没有打开。
log-damaged-checksum = { $path } 第 { $line } 行被改动过，校验对不上，后面的内容不能采信，所以没有评分。请用备份。
log-damaged-meaning = { $path } 第 { $line } 行看不懂，所以没有评分。它可能是别的版本记的。
log-damaged-order = { $path } 第 { $line } 行的次序不对，有行缺了或重了，所以没有评分。请用备份。
log-damaged-chain = { $path } 第 { $line } 行跟上一行接不上：中间有行被改过、删过或插进来过，所以没有评分。请用备份。
log-scenario = { $path } 里带的情景读不出来（{ $why }）。请用记录它的那个版本打开。
log-unresolved = { $path } 第 { $line } 行提到的{ $kind }“{ $id }”，它自带的情景里没有。请用记录它的那个版本打开。
log-diverged = { $path } 从第 { $line } 行起，重放的结果跟记录不一样，没法接着练。它是 { $app } 版记的，现在是 { $here } 版；照样可以看、可以打印报告。
name-visit = 来访
name-node = 节点
name-option = 选项
name-visitor = 来访人
name-staff = 我方的人
name-fact = 事实
name-word = 原词
name-promise = 承诺
name-var = 变量
name-act = 行为
name-article = 法条
name-claim = 诉求
name-paper = 文书
