# 班级：名册、任务、成绩、评分、导出

## 班里有什么

class-thing-class = 班级
class-thing-person = 学员
class-thing-seat = 座位
class-thing-assignment = 任务
class-thing-attempt = 练习记录
class-thing-scenario = 情景
class-thing-log = 日志
class-thing-criterion = 评分项

class-text-class = 班级名称
class-text-name = 姓名
class-text-number = 学号或工号
class-text-pseudonym = 化名
class-text-title = 任务名称
class-text-reason = 改判理由

## 出了什么事、怎么办

class-no-such = 没有这个{ $what }，可能已经删了。
class-wrong-code = 没有班级用 { $code } 这个代码。请对一下投影上的六个字母。
class-taken = “{ $name }”班里已经有人用了，请换一个。
class-full = { $what }已经到了上限（{ $limit }），不能再加。
class-text = { $what }要有字，最多 { $limit } 个，不能有控制字符。
class-not-open-class-closed = 这个班已经关了，请找教员。
class-not-open-too-early = 还没到开始的时间。
class-not-open-paused = 教员暂停了任务，请稍等；已经走的步都存好了。
class-not-open-closed = 任务已经结束，不能再走了；走过的步都在，可以交卷。
class-not-open-time-over = 时间到了，请交卷；走过的步都在。
class-not-open-handed-in = 已经交卷，不能再改。
class-not-open-no-attempts-left = 次数用完了。要再来一次，请教员准许。
class-not-open-locked = 座位锁上了，请教员打开。
class-out-of-step = 别处已经替这个座位走过了，下一步是第 { $expected } 步。请刷新页面，从那里接着来。
class-scenario = 情景 { $id } 读不出来，或者和任务里封存的不一样。
class-database-gone = 连不上数据库：{ $said }。存好的都在；恢复以后再试一次就行。
class-database-full = 数据库的磁盘满了：{ $said }。腾出地方再试一次；存好的都在。
class-database-busy = 数据库正忙：{ $said }。过一会儿再试一次。
class-database-forbidden = 数据库不让写：{ $said }。看看文件权限或者账号。
class-database-newer = 这个数据库是更新的版本建的：{ $said }。请换新版的程序。
class-database-address = 看不懂数据库的地址：{ $said }。例：postgres://用户:口令@主机/库名
class-database-other = 数据库出错：{ $said }
class-no-chance = 系统给不出随机数，建不了代码和钥匙。
class-io = 读不了 { $path }：{ $why }
class-zip = 压缩包读不了：{ $why }
class-workbook = 表格写不出来：{ $said }

## 日志查出了什么

class-found-unreadable = 日志读不了：{ $why }
class-found-differs = 重放到第 { $line } 行就对不上了：日志改过。
class-found-swapped = 日志里装的情景不是它写明的那个。
class-found-forged = 封印不对：不是这个座位、这份日志、这张卷子的。
class-found-unsealed = 没有封印：说不准是从哪个座位来的。
class-found-unchained = 老格式的日志，行与行没有连起来。
class-found-torn = 末尾断了 { $bytes } 个字节。
class-found-unfinished = 没有走到结局。
class-found-versions = 记录以后版本变过：{ $what }。
class-found-scenario = 不是任务里的情景，或者情景改过。
class-found-mode = 模式和任务不一样：练习当成了考核，或者反过来。
class-found-seed = 随机种子和任务不一样。
class-found-untimed = 没有计时，也没有人准许。
class-found-untimed-granted = 经准许不计时。
class-found-rubric = 用的是另一套评分标准：{ $rubric }。
class-found-name = 日志里的名字是“{ $name }”，和交的人对不上。
class-found-unknown = 班里没有“{ $name }”，已经另记了一个人。
class-found-machine = 有机器或者答案文件替他走过。
class-found-nobody = 日志没有写明是谁走的。
class-found-paused = 停过 { $times } 次表。
class-found-resumed = 中途离开又接着走了 { $times } 次。
class-found-back = 退回过 { $times } 次。
class-found-clock = 日志里的时间比真的过去的多出 { $seconds } 秒：等待是假的。
class-found-hours = 开始得太早，或者截止以后才交。
class-found-too-many = 超过了准许的次数。
class-found-forked = 同一场还交过另一份日志，两份后面走得不一样：有一份是抄的。

## 名册

class-roster-empty = 空行，跳过
class-roster-long = 有一格太长（最多 { $limit } 个字）或者有控制字符，跳过
class-roster-same = 和第 { $line } 行的号码或化名一样，跳过
class-roster-same-name = 和第 { $line } 行同名，两个人都收，凭号码或化名分
class-roster-in-class = 班里已经有了，不动
class-roster-no-column = 第一行里没有认得的列名：{ $heads }。要有“姓名”“学号”“工号”“化名”中的一个。
class-roster-column-twice = “{ $head }”这一列和前面的重了，请删掉一列。
class-roster-too-many = 一个班最多 { $limit } 个人，请分开建班。
class-column-name = 姓名
class-column-number = 学号或工号
class-column-pseudonym = 化名
class-column-none = 不用

## 命令

cli-about-class = 班级：名册、任务、收卷、成绩
class-about-new = 建一个班，得到六个字母的代码
class-about-list = 列出班级、任务和交卷情况
class-about-roster = 读名册（CSV 或 xlsx）；先看清楚，加 --keep 才收下
class-about-assign = 布置任务：练习或者考核
class-about-set = 开放、暂停或者关闭一个任务
class-about-instructor = 给教员设密码，用姓名和密码进教员页面
class-about-collect = 收日志：一个文件夹（比如 U 盘）或者压缩包；收两遍也不会重
class-about-results = 看全班的成绩、常走错的地方
class-about-graph = 把全班在哪一步选了什么画在树上
class-about-agreement = 看教员的盲评和机器、和彼此合不合
class-about-export = 导出成绩，或者某个人的全部资料
class-about-delete = 删除：某个人、过了期的、或者整个班

class-arg-db = PostgreSQL 的地址；不写就用数据文件夹里的 SQLite
class-arg-data = 数据放在这个文件夹；不写就放在自己的数据文件夹里
class-arg-code = 班级代码，六个字母
class-arg-name = 班级名称
class-arg-instructor = 教员姓名
class-arg-keep-days = 练习记录留多少天；不写就一直留着
class-arg-file = 名册文件
class-arg-keep = 真的收下
class-arg-scenarios = 情景，一个或几个（一门课按顺序）
class-arg-title = 任务名称；不写就用情景的标题
class-arg-practice = 练习；不写就是考核
class-arg-seed = 全班用同一个种子；不写就各是各的
class-arg-untimed = 不计时
class-arg-minutes = 每次多少分钟
class-arg-attempts = 每个情景几次；不写就是一次，0 是不限
class-arg-opens = 从这个时间开始，如 2026-12-01T09:00
class-arg-closes = 到这个时间截止
class-arg-assignment = 任务的编号；class list 列得出来
class-arg-item = 一门课里的第几个情景；不写就是第一个
class-arg-state = open、paused 或 closed
class-arg-from = 文件夹或 .zip
class-arg-names = 显示真名；不写就只有化名
class-arg-format = human 或 json
class-arg-output = 写到这个文件，看后缀：.csv、.xlsx、.json
class-arg-table = attempts（每次一行）、criteria（每人各项）或 items（每个选择）
class-arg-separator = comma、semicolon 或 tab
class-arg-no-bom = 不写 BOM（给别的程序读；给 Excel 看就别加）
class-arg-moodle = 写成 Moodle 导入成绩用的 CSV
class-arg-person = 某个人：化名、学号或工号
class-arg-older = 过了保留期的记录
class-arg-whole = 整个班
class-arg-yes = 真的删；不加只说要删什么

class-made = 班级“{ $name }”建好了，代码 { $code }。
class-none = 还没有班级。用 calmdesk class new 名称 建一个。
class-line = { $code }  { $name }  { $people } 人  { $state ->
        [open] 开放
       *[closed] 已关
    }
class-assignment-line = { "  " }{ $id }  { $title }  { $mode ->
        [exam] 考核
       *[practice] 练习
    }  { $state ->
        [open] 开放
        [paused] 暂停
       *[closed] 已关
    }  交了 { $handed } 人，走着 { $running } 人
class-roster-read = 读出来：{ $encoding }，{ $separator }
class-roster-column = { "  " }“{ $head }” → { $as }
class-roster-no-head = 没有列名，只有一列，当作姓名。
class-roster-row = { "  " }第 { $line } 行：{ $who }
class-roster-row-note = { "  " }第 { $line } 行：{ $who }（{ $note }）
class-roster-would = 能收 { $count } 人。看着对，就再加 --keep。
class-roster-kept = 收了 { $count } 人。
class-assigned = 任务“{ $title }”布置好了，编号 { $id }，封存 { $hash }。
class-set = 任务 { $id } 改好了。
class-type-password = 请输入{ $name }的密码，按回车；什么都不输就是不要密码：
class-password-long = 密码最多 { $max } 个字，这里有 { $number } 个。
class-password-set = { $name }的密码设好了。
class-password-none = { $name }没有密码，只能用一次性的链接进。
class-collected = 收了 { $taken } 份，已经有的 { $already } 份，没收的 { $refused } 份。
class-collected-log = { $name }：{ $found }
class-result-line = { $who }  { $scenario }  第 { $number } 次  { $total }  { $standing }{ $mark }
class-result-doubt = {"  "}★ 有疑点
class-result-running = 还在走
class-missing = 没有交的：{ $names }
class-wrong-turns = 常走错的地方
class-wrong-line = { "  " }{ $people } 人（共 { $of } 人走到）听到“{ $heard }”，选了“{ $said }”
class-wrong-line-silent = { "  " }{ $people } 人（共 { $of } 人走到）选了“{ $said }”
class-progress = 第 { $number } 次：{ $attempts } 份，平均 { $mean }
class-no-results = 还没有人交卷。
class-agreement-ratings = 盲评 { $blind } 个级别；看过机器分数以后才给的 { $others } 个不算。
class-agreement-machine = 机器
class-agreement-pair = { $one } 和 { $other }：{ $pairs } 对，加权 κ { $kappa }，宽松 { $leniency } ± { $half } 级
class-agreement-icc = 全体教员 ICC(2,1) { $icc }，共 { $rows } 项
class-exported = 写好了 { $path }
class-moodle-left-out = 没有学号或工号、没有写进去的：{ $names }
class-portable = { $attempts } 份日志和全部资料写进了 { $path }
class-no-person = 班里没有“{ $who }”。
class-unknown-form = 看不懂要写成什么：{ $path }。后缀用 .csv、.xlsx 或 .json。
class-bad-time = 看不懂时间“{ $given }”。例：2026-12-01T09:00
class-delete-what = 要删什么？加 --person、--older 或 --whole。
class-would-delete-person = 会删掉 { $who } 和其全部记录（{ $attempts } 份）。删了找不回来；真要删就加 --yes。
class-would-delete-class = 会删掉整个班“{ $name }”：{ $people } 人、{ $attempts } 份记录。删了找不回来；真要删就加 --yes。
class-would-delete-older = 会删掉过了保留期的记录，各班都算。真要删就加 --yes。
class-deleted = 删了 { $people } 人、{ $attempts } 份记录。
