# 量出来的倾听；真人演练的观察表

## 听得怎么样

measure-heard = 让人说完
    .value = { $percent }%（打断{ $n }次）
    .good = 对方的话，一句没断在你手里。
    .fair = 对方要说的话里，完整说出来的有这么多。
measure-cues = 两轮之内有回应
    .good = 情绪、事实、疑问，露头的大多接住了。
    .fair = 接住了一多半，漏掉的翻到那几轮看看。
    .low = 露了头的，多半没人接。先听，别急着往下走。
measure-facts = 事实落到本上
    .good = 讲出来的都记下了，对方不用再说一遍。
    .fair = 记了一半以上，没记的后头还得再问。
    .low = 多半没落到本上，下一个接手的人又得从头问。
measure-written = 听到的写进表里
    .good = 表里该写的事，栏栏写对。
    .fair = 多半写对了，错的那几栏后面的人会照着错。
    .low = 一多半没写对，表等于白填。
measure-mirror = 原词复述
    .good = 还回去的词，都是对方真说过的。
    .low = 有的词对方没说过，是替人家安上去的。
measure-paraphrase = 意思复述准
    .good = 用自己的话说回去，没有走样。
    .low = 有几句走了样：意思岔了，或者情绪换了个词。
measure-questions = 开放问 : 封闭问
    .good = 多用开放的问法，话是对方自己讲出来的。
    .fair = 开放和封闭差不多；封闭的留到核对细节时再用。
    .low = 封闭的问题多，像在填表。
measure-reflections = 复述 : 提问
    .good = 到了二比一，多半是在接话，不是在盘问（MITI 4.2：二比一算好；那是咨询用的尺子，只作参照）。
    .fair = 过了一比一，接话和提问差不多（MITI 4.2：一比一算可以；那是咨询用的尺子，只作参照）。
    .low = 问得多、接得少，容易听成盘问（MITI 4.2：一比一才算可以；那是咨询用的尺子，只作参照）。
measure-complex = 复述里说出意思的
    .good = 一半以上说到了话里的意思，不光是学舌（MITI 4.2：五成算好）。
    .fair = 说到意思的过了四成（MITI 4.2：四成算可以）。
    .low = 多半只还了原词，没往意思上走（MITI 4.2：四成才算可以）。

report-listening = 听得怎么样
report-listening-lead = 这些数是从记录里量出来的，给自己照镜子用，不另外计分。
report-level = 这个分数的样子
report-turned-again = 第{ $turn }轮又是这样：{ $why }

## 命令

cli-about-score = 给真人演练打分：读观察表，出分出报告
cli-arg-rubric = 用哪份评分标准：standard、listening-class，或者自己的 .ron 文件
score-arg-sheet = 观察员填的表，CSV 或 Excel 工作簿（.xlsx）
score-arg-output = 存成什么，看后缀：.pdf、.html 每场一份，.json、.csv 全在一份里；不写就列在屏幕上。配 --template 时是文件夹
score-arg-template = 给一张空表、一张填好的样表，还有一页代码卡
score-after-help = 表怎么填，见 docs/coding-sheet.md。
score-cannot-read = 读不了“{ $path }”：{ $reason }
score-cannot-write = 写不了“{ $path }”：{ $reason }
score-problems = “{ $path }”里有 { $n } 处要改，改好再打分：
score-how-read = 这份表是{ $encoding }，用{ $separator }隔开的，照样读了。
score-worksheet = 读的是工作表“{ $name }”，别的工作表没有动。
score-warning = 提醒：{ $what }
score-unknown-columns = 这几列不认识，没有用：{ $columns }
score-line = { $session }　两轮之内有回应 { $answered }　倾听 { $listening }　共情 { $empathy }　程序 { $procedure }　总分 { $total }
score-line-critical = 第{ $turn }轮：{ $kind }
score-done = 一共 { $n } 场，按 { $rubric } 打的分。
score-saved-many = 存好了 { $n } 份报告，头一份是 { $path }
score-unknown-form = 不知道“{ $path }”该存成什么。文件名请用 .pdf、.html、.json 或 .csv 结尾。
score-template-exists = “{ $path }”已经在了，不覆盖。换个文件夹，或者先把它挪开。
score-template-sheet = 空表：{ $path }
score-template-example = 样表（两场，已填好，可以先拿它试）：{ $path }
score-template-card = 代码卡：{ $path }
score-template-no-pdf = 这个版本不带 PDF，代码卡存成了网页，用浏览器打印成一页 A4 就行。
score-measure-line = { $name }：{ $value }。{ $meaning }
rubric-cannot-read = 读不了评分标准“{ $path }”：{ $reason }。自带的有：{ $known }。
rubric-broken = “{ $path }”用不了：{ $problem }
rubric-not-utf8 = 文件第 { $line } 行第 { $column } 列起不是 UTF-8，请另存为 UTF-8

## 报告

score-report-title = 真人演练报告
score-subject = 演练：{ $session }
score-mode = 真人演练，观察员记录
score-rows = 表中行数
score-sheet = 观察表
score-tally-lines = 来访人说话
score-note = 打断看观察员有没有记；冷场、情绪曲线和记事本，真人演练里量不出来。
score-caveat = 本报告由观察员的记录算出，只供训练复盘，不作人事考核、评价的依据。同一张表、同一份标准，谁来算都一样。
score-footer = 观察表 { $sheet } · { $session }

## 表里的毛病

sheet-utf8 = UTF-8 编码
sheet-utf8-bom = 带标记的 UTF-8 编码
sheet-utf16 = UTF-16 编码（Excel 的“Unicode 文本”）
sheet-gbk = GBK 编码（中文 Excel 存的 CSV）
sheet-xlsx = Excel 工作簿
sheet-comma = 逗号
sheet-semicolon = 分号
sheet-tab = 制表符
sheet-cell = 单元格
sheet-at-line = 第{ $line }行：{ $what }
sheet-at-cell = 第{ $line }行 { $letter } 列（{ $head }）：{ $what }
sheet-workbook = 这是老式的 Excel 工作簿（.xls），或者加了密码。请在 Excel 里“另存为”，类型选“Excel 工作簿（.xlsx）”，不加密码；选“CSV UTF-8”也行。
sheet-workbook-broken = 这个文件打包的样子像 Excel 工作簿，却读不出来：要么坏了，要么是别的东西。请用 Excel 打开重新存一遍，或另存为“CSV UTF-8”。
sheet-workbook-large = 工作簿太大：解开超过 { $mega } MB、64 张工作表或 { $columns } 列。请只留要打分的那张表。
sheet-not-text = 这不是文本表格，认不出编码。请另存为 CSV UTF-8。
sheet-encoding = 文件是 { $name } 编码，不读：字会认错。请另存为 CSV UTF-8。
sheet-torn-utf8 = 文件是 UTF-8，但第{ $line }行坏了。请重新另存为 CSV UTF-8。
sheet-too-large = 文件超过 64 MB，请拆成几份。
sheet-wide-comma = 表头用的是全角逗号“，”。列之间要用半角逗号。
sheet-quote-open = 这里开了一个引号（"），本行里没有配对，或者配成了“”那样的引号。请补上 "，或者去掉。
sheet-quote-then-more = 这里一格以引号（"）开头，引号关上后，格里还有字。格里要写引号，请连写两个（""）。
sheet-more-cells = 这一行的格比表头多，“{ $found }”不在哪一列里。原话里有分隔符的，请把整句放进引号。
sheet-no-rows = 表里没有可读的行。
sheet-no-column = 缺“{ $found }”这一列。
sheet-no-column-near = 缺“{ $found }”这一列，是不是写成了“{ $near }”？
sheet-column-twice = 这一列出现了两回，留一个。
sheet-no-session = 还没写是哪一场。
sheet-speaker = 说话人“{ $found }”不认识，请写“学员”（trainee）或“来访人”（visitor）。
sheet-turn = 轮次“{ $found }”不是数，请写 1、2、3……
sheet-turn-back = 轮次倒回去了：前面到了 { $before }，这里是 { $found }。
sheet-turn-again = 第 { $turn } 轮学员已经答过，来访人再开口是下一轮，请往后编号。
sheet-time = 时间“{ $found }”看不懂，请写 1:05 或 0:01:05。
sheet-time-back = 时间“{ $found }”比上一行还早。
sheet-act = 言行里没有“{ $found }”，请对照代码卡。
sheet-act-near = 言行里没有“{ $found }”，是不是“{ $near }”？
sheet-cue = 信号里没有“{ $found }”，请对照代码卡。
sheet-cue-near = 信号里没有“{ $found }”，是不是“{ $near }”？
sheet-act-among-cues = “{ $found }”是言行，请写到言行那一列。
sheet-cue-among-acts = “{ $found }”是信号，请写到信号那一列。
sheet-bracket-open = “{ $found }”的括号没有关上。
sheet-bracket-early = “{ $found }”的括号关早了。几个代码之间请用分号隔开，一个括号只关一次。
sheet-article = 没有“{ $found }”这一条。条文写法如 xf2022/23。
sheet-article-near = 没有“{ $found }”这一条，是不是“{ $near }”？
sheet-paper = 没有“{ $found }”这种文书。
sheet-paper-near = 没有“{ $found }”这种文书，是不是“{ $near }”？
sheet-times = “{ $found }”不是次数，写成 Deflected(3) 这样。
sheet-due = Due 后面写该做的那一条，“{ $found }”不在其中。
sheet-due-near = Due 后面写该做的那一条，“{ $found }”不在其中。可以写：{ $near }
sheet-acts-of-visitor = 这一行是来访人，言行只记学员的。
sheet-cues-of-trainee = 这一行是学员，信号只记来访人的。
sheet-too-long = “{ $session }”超过 { $most } 行，一场没有这么长，是不是场次忘了改？

## 代码卡

card-title = 观察代码卡
card-how-1 = 一行记一句：来访人的话记信号，学员的话记言行；几个代码用分号隔开。
card-how-2 = “…”处写上原词、事实或条文：MirrorWords(寒心)、CitePolicy(xf2022/23)。记不全可以不写括号。
card-how-3 = 同一轮号：先是来访人，后是学员。打断了就记 CutIn；没听清的话，原话那一格空着。
card-how-4 = × 是错，×× 是越线（压总分）。到了该登记、该说路的时候，在信号里记 Due(…)，后面没做才算漏。
card-cues = 来访人的信号
card-column-cues = 记在“信号”列
card-column-acts = 记在“言行”列
card-broken = 答应的没办到
card-listening = 倾听
card-empathy = 共情
card-manners = 礼数与环境
card-procedure = 程序
card-mediation = 调解
card-safety = 安全与操守
card-due = 到了该做的时候
cue-weapon = 凶器
cue-self-harm = 不想活
cue-collapse = 人要倒
cue-violence = 要动手
cue-infection = 传染病
cue-gathering = 围堵
cue-staying = 滞留
cue-inciting = 煽动
cue-disorder = 扰乱秩序
