# 排练：让机器把情景走很多遍

cli-about-rehearse = 让机器把情景走很多遍，看分数、去处和漏洞
cli-about-graph = 把情景画成图
rehearse-arg-scenario = 情景的名字、文件夹或 .zip
rehearse-arg-policy = 哪种做法：expert、careful、random、first、longest、shortest、wordiest、politest、plainest、quietest、surface、pleaser、lecturer、stonewaller、bully、interrupter，或 all（不写就是 all）
rehearse-arg-runs = 每种做法走多少遍，不写就是 1000
rehearse-arg-seed = 随机种子，不写就是 1；种子一样，结果就一样
rehearse-arg-threads = 用几个线程；只管快慢，不管结果
rehearse-arg-pass-rate = 想让百分之几的认真新手及格，不写就是 80
rehearse-arg-exhaustive = 每个选项、每个条件的两边都走到；单写这一项就只走这一遍
rehearse-arg-format = 结果给人看（human）还是给程序读（json）
rehearse-after-help = 名次乱了、有走不到的地方或走不出去的地方，退出码是 1。
graph-arg-scenario = 情景的名字、文件夹或 .zip
graph-arg-output = 存成什么文件，看后缀：.svg、.dot 或 .mmd；不写就把 SVG 写到屏幕
graph-arg-coverage = 先快走一遍排练，走得越多颜色越深
graph-arg-logs = 照一个班的记录上色：文件夹里的 .calmlog，多少人走到、多少人选
graph-saved = 图存好了：{ $path }
graph-unknown-form = 不知道“{ $path }”该存成什么。文件名请用 .svg、.dot 或 .mmd 结尾。
graph-unsaved = “{ $path }”存不了：{ $reason }
graph-legend-line = 台词
graph-legend-choice = 选择
graph-legend-branch = 分岔
graph-legend-time = 过了几天
graph-legend-end = 结局
graph-legend-none = 没走到
graph-legend-runs = 走到的次数，少 → 多
graph-legend-people = 走到的人次，少 → 多（共 { $sessions } 次练习）
graph-logs-unreadable = 文件夹“{ $path }”读不出来：{ $reason }
graph-logs-none = “{ $path }”里没有这个情景的记录（.calmlog）{ $others ->
        [0] {""}
       *[other] ，倒有 { $others } 份别的情景的
    }。
graph-logs-others = 有 { $others } 份是别的情景的记录，没有算进去。
graph-logs-differ = 有 { $count } 份日志重放对不上，图里照记录算的：{ $names }
graph-logs-gone = 情景改过，这些选项已经没有了，图上画不出：{ $names }
graph-otherwise = 否则
graph-topics-done = 都谈完了
graph-days = { $days ->
    [0] 同一天
   *[other] { $days } 天后
}
graph-hook-outburst = 爆发时
graph-hook-silence = 冷场时
graph-hook-interrupt = 被打断时
graph-hook-risk = 有危险时

rehearse-progress = 排练中
rehearse-title = 《{ $title }》排练：{ $policies } 种做法，各走 { $runs } 遍，种子 { $seed }
rehearse-title-walk = 《{ $title }》：每个选项、每个条件的两边都走一遍

rehearse-policy-expert = 熟手
rehearse-policy-careful = 认真的新手
rehearse-policy-random = 乱点
rehearse-policy-first = 总选第一个
rehearse-policy-longest = 总选最长的
rehearse-policy-shortest = 总选最短的
rehearse-policy-wordiest = 总选句子最多的
rehearse-policy-politest = 总选最客气的
rehearse-policy-plainest = 总选最素的
rehearse-policy-quietest = 总选最不出声的
rehearse-policy-surface = 光看写法的
rehearse-policy-pleaser = 好好先生
rehearse-policy-lecturer = 开口讲法
rehearse-policy-stonewaller = 推来推去
rehearse-policy-bully = 训人压人
rehearse-policy-interrupter = 爱抢话

rehearse-head-policy = 做法
rehearse-head-total = 总分
rehearse-head-uncapped = 封顶前
rehearse-head-each = 每个维度
rehearse-head-listening = 倾听
rehearse-head-empathy = 共情
rehearse-head-procedure = 程序
rehearse-head-passed = 及格
rehearse-head-critical = 触红线
rehearse-head-time = 用时
rehearse-head-end = 结局
rehearse-head-mean = 平均
rehearse-head-p10 = 低(10%)
rehearse-head-p50 = 中(50%)
rehearse-head-p90 = 高(90%)
rehearse-scores-note = 分数是平均分，括号里是排在 10%、50%、90% 处的分；现在及格要每个维度都到 { $pass }；“封顶前”是没算红线之前的，名次按它排；用时取中间那一遍（分:秒）。
rehearse-feelings = 散场时的感受（0–100，信任 -100–100，取平均）：
rehearse-gauge-trust = 信任
rehearse-gauge-pressure = 憋着的火
rehearse-coverage = 走到了 { $of_nodes } 个节点里的 { $nodes } 个，{ $of_options } 个选项里的 { $options } 个。
rehearse-never = 一次也没走到：{ $names }
rehearse-and-more = ……还有 { $count } 个
rehearse-guessing = 不看内容瞎猜，能得多少：
rehearse-guess = {"  "}{ $policy }：{ $mean }，及格 { $passed }
rehearse-hinges = {"  "}{ $choices } 道选择里 { $hinging } 道要听清来访人刚说的那句才选得对{ $enough ->
        [yes] {""}
       *[no] ，不到三分之一。光看是哪一类话就知道选不选的：{ $others }
    }
rehearse-habit = {"  "}{ $habit }（{ $language }）：{ $choices } 道选择里 { $clean } 道碰上没毛病的，随手点也有 { $expected } 道
rehearse-told = {"    "}一眼看得出的 { $count } 道：{ $told }
rehearse-language-zh-CN = 中文
rehearse-language-en = 英文
rehearse-habit-longest = 最长的选项
rehearse-habit-shortest = 最短的选项
rehearse-habit-first = 第一个选项
rehearse-habit-wordiest = 句子最多的选项
rehearse-habit-politest = 客气话最多的选项
rehearse-habit-plainest = 写得最素的选项
rehearse-habit-quietest = 最不出声的选项
rehearse-habit-surface = 照别的情景的写法猜
rehearse-thresholds = 及格线建议，按{ $policy }的成绩定（触了红线的，线定多低都不及格，不算在内；现在每个维度的线 { $now }）：
rehearse-threshold = {"  "}{ $what } { $score }：有 { $passing } 到线，乱点的有 { $random }
rehearse-walk-complete = 全走了一遍：{ $states } 种局面，节点 { $nodes }/{ $of_nodes }，选项 { $options }/{ $of_options }，条件的两边 { $sides }/{ $of_sides }。
rehearse-walk-given-up = 局面太多，走了 { $states } 种就停了，没走完：节点 { $nodes }/{ $of_nodes }，选项 { $options }/{ $of_options }，条件的两边 { $sides }/{ $of_sides }。

rehearse-finding = { $severity }：{ $said }
rehearse-finding-order = 名次乱了（封顶以前）：{ $worse }（{ $worse_mean }）不比{ $better }（{ $better_mean }）差。{ $gains ->
        [no] {""}
       *[other] 前者在这里得分：{ $gains }。
    }{ $losses ->
        [no] {""}
       *[other] 后者在这里丢分：{ $losses }。
    }{ $allowed ->
        [no] 看看这些选项，行为标得对不对；就该这样的，写 allow: {"{"} "rehearse …": "理由" {"}"}。
       *[other] 作者说明：{ $allowed }
    }
rehearse-finding-close = 差得太少（封顶以前）：{ $better }（{ $better_mean }）只比{ $worse }（{ $worse_mean }）高一点，分不出好坏。{ $gains ->
        [no] {""}
       *[other] 后者在这里得分：{ $gains }。
    }{ $losses ->
        [no] {""}
       *[other] 前者在这里丢分：{ $losses }。
    }{ $allowed ->
        [no] {""}
       *[other] 作者说明：{ $allowed }
    }
rehearse-finding-too-small = 只有 { $choices } 处要学员拿主意，太短，排不出名次（{ $wanted } 处起才排）。
rehearse-finding-needless-rank = 写了 allow "rehearse { $name }"，可{ $policy }的名次没有问题，可以删掉。
rehearse-finding-guess-passes = 不看内容也能及格：{ $policy } { $runs } 遍里及格 { $passed } 遍。{ $told ->
        [no] {""}
       *[other] 让它蒙对的：{ $told }
    }
rehearse-finding-guess-pays = { $policy }平均 { $mean }（封顶以前），比乱点（{ $random }）高出一截：选项的写法或位置在泄底。{ $told ->
        [no] {""}
       *[other] 让它蒙对的：{ $told }
    }
rehearse-finding-gives-away = { $language }里，{ $habit }往往就是好的：{ $choices } 道选择里 { $clean } 道，随手点只有 { $expected } 道。让不好的选项也有这样写的。泄底的：{ $told }
rehearse-finding-told-by-looks = { $language }里没看来访人的话也猜得中：照别的情景的写法，{ $choices } 道选择里猜中 { $clean } 道，随手点只有 { $expected } 道。一眼看得出的 { $count } 道：{ $told }
rehearse-finding-unreachable-nodes = 有 { $count } 个节点怎么走都走不到：{ $names }
rehearse-finding-unreachable-options = 有 { $count } 个选项怎么走都不会出现：{ $names }
rehearse-finding-idle-conditions = 有 { $count } 个节点的条件总是同一个结果：{ $names }
rehearse-finding-all-closed = 有 { $count } 道选择会出现一个选项都不开放的情况（那时会全部开放）：{ $names }
rehearse-finding-stuck = 从这 { $count } 个节点出发可能再也走不到结局：{ $names }
rehearse-finding-maximum = 满分谁也拿不到：{ $names }只有扣分的份。能得分的写法放在了走不到的地方。
rehearse-finding-endless = { $policy }有 { $runs } 遍一直走不到结局。
rehearse-broken = 这个情景有要改的地方。
rehearse-fair = 没有大问题，上面几条看看要不要改。
rehearse-good = 没有发现问题。

# 光看写法，凭什么认出来
clue-length-more = 字多
clue-length-less = 字少
clue-sentences-more = 句子多
clue-sentences-less = 句子少
clue-commas-more = 逗号多
clue-commas-less = 逗号少
clue-particles-more = 语气词多
clue-particles-less = 没有语气词
clue-courtesy-more = 客气话多
clue-courtesy-less = 客气话少
clue-questions-more = 是问句
clue-questions-less = 不是问句
clue-exclamations-more = 有感叹号
clue-exclamations-less = 没有感叹号
clue-numbers-more = 有数字、日子
clue-numbers-less = 没有数字、日子
clue-quotes-more = 有引号、书名号
clue-quotes-less = 没有引号、书名号
clue-dashes-more = 有省略号、破折号
clue-dashes-less = 没有省略号、破折号
clue-negations-more = 说“不”多
clue-negations-less = 说“不”少
clue-we-more = 说“咱们”“我们”
clue-we-less = 不说“咱们”“我们”
clue-gesture-more = 是动作
clue-gesture-less = 不是动作
clue-desk-more = 是案头的事
clue-desk-less = 不是案头的事
clue-position-more = 排在后面
clue-position-less = 排在前面
told-choice = { $node }（{ $by }）
