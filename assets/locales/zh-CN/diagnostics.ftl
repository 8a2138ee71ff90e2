# 检查情景时说的话：编号一经使用，永不改作他用
severity-error = 错误
severity-warning = 提醒
severity-note = 说明
severity-hint = 怎么办
hint-did-you-mean = 是不是想写“{ $name }”？
hint-one-of = 这里能用的有：{ $names }。
hint-separator = 、

# 文件
CD0001 = 这个文件读不成文字：从这里起不是 UTF-8 编码
    .hint = 用记事本打开，“另存为”，编码选 UTF-8，再存一次。
CD0002 = 这个文件是用 GBK（记事本里叫 ANSI）存的，要 UTF-8
    .hint = 用记事本打开，“另存为”，编码选 UTF-8，再存一次；内容不用改。
CD0003 = 这个文件是用 UTF-16（记事本里叫 Unicode）存的，要 UTF-8
    .hint = 用记事本打开，“另存为”，编码选 UTF-8，再存一次；内容不用改。
CD0004 = 文件是空的
    .hint = 从 Scenario( 写起；照着一个现成的情景改最省事。
CD0005 = 这不是一个情景：开头应当是 Scenario(
    .hint = 第一个词写 Scenario，后面紧跟左括号，全部内容写在括号里。
CD0006 = 文件夹（压缩包）的名字“{ $name }”不能用：只能有小写字母、数字、- 和 _
    .hint = 换个名字，比如 noise-upstairs。
CD0007 = 文件夹里没有 scenario.ron
    .hint = 情景写在名叫 scenario.ron 的文件里。

# 字符
CD0010 = { $sign ->
    [space] 这里用了全角空格{ $more ->
        [0] {""}
       *[other] ，后面还有 { $more } 处
    }
   *[other] 这里用了全角的 { $sign }
}
    .hint = { $sign ->
    [space] 引号外面的空格都用半角：切到英文输入法，按空格键。编辑器里用“全部替换”最快。
   *[other] 引号外面的标点、数字、字母都用半角：切到英文输入法，改成 { $wanted }
}
CD0011 = 这里用了弯引号 { $sign }
    .hint = 文字两头用英文直引号 "；弯引号只能写在文字里面。
CD0012 = 这里有个看不见的控制字符（{ $sign }）
    .hint = 多半是从网页或聊天里粘贴带来的：把它前后几个字删掉，重新打一遍。
CD0013 = “{ $value }”不是一个能用的数
    .hint = 写一个普通的数，比如 0.5。

# 写法
CD0020 = 这里少一个逗号
    .hint = 每一项后面加一个英文逗号。
CD0021 = 这个括号“{ $sign }”没有收尾
    .hint = 在该收尾的地方补上 { $wanted }
CD0022 = 括号对不上：这里是“{ $sign }”，应当是“{ $wanted }”
    .hint = 改成 { $wanted }，和前面打开的那个配成一对。
CD0023 = 这段文字没有收尾的引号
    .hint = 在文字末尾补一个英文直引号 "
CD0024 = 没有“{ $name }”这一项
CD0025 = 少了“{ $field }”这一项
    .hint = 把 { $field } 补上；写法见情景语言说明。
CD0026 = “{ $name }”写了两遍
    .hint = 留一个，删一个。
CD0027 = 这里不认识“{ $name }”
CD0028 = 这里的内容种类不对
    .hint = 对照情景语言说明里的例子改。
CD0029 = 括号套得太深：一层套一层，到了第 { $deep } 层
    .hint = 把条件拆开写，或者多用一个 Branch 节点分两步判断。
CD0030 = 这里的写法读不懂
    .hint = 一项的写法是“名字: 内容,”；看看是不是少了冒号或内容。
CD0031 = 文字里面又用了英文直引号，文字在这里就断了
    .hint = 里面的引号换成弯引号“ ”；要是文字到这里就该完，后面加一个英文逗号。
CD0032 = 这个“{ $sign }”多出来了，没有哪个“{ $wanted }”和它配
    .hint = 删掉它；要是前面漏写了一个 { $wanted }，就补上那个。
CD0033 = 说明要用两条斜线 // 开头

# 名字
CD0040 = “{ $name }”不能当编号：只能有小写字母、数字、- 和 _
    .hint = 编号给机器看，换成拼音或英文；给人看的写在文字里。
CD0041 = “{ $name }”用了两次
    .hint = 编号不能重复，改掉其中一个。
CD0042 = 行为目录里没有“{ $name }”
    .hint = 行为的名字见情景语言说明所附的目录。
CD0043 = 没有“{ $name }”这种线索
    .hint = 能写的线索见编写手册最后的“线索”一节。
CD0044 = facts 里没有“{ $name }”
    .hint = 先在 facts 里写上它，再来引用。
CD0045 = 没有叫“{ $name }”的节点
    .hint = 在 nodes 里加上这个节点，或者改成已有的名字。
CD0046 = 没有“{ $name }”这个人
    .hint = 来访人写进 visitors，我方的人写进 staff。
CD0047 = promises 里没有“{ $name }”
    .hint = 先在 promises 里写上这个承诺。
CD0048 = vars 里没有“{ $name }”
    .hint = 先在 vars 里写上它和它的范围。
CD0049 = visits 里没有“{ $name }”
    .hint = 先在 visits 里写上这一次来访。
CD0050 = 没有叫“{ $name }”的文书
CD0051 = 法规库里没有“{ $name }”这一条
    .hint = 写法是“法规/条号”，比如 noise2022/70。
CD0052 = 没有叫“{ $name }”的人物类型
    .hint = 类型的名字见情景语言说明；几个类型用 / 连起来。
CD0053 = 没有叫“{ $name }”的法规包
    .hint = 有哪些法规包，用 calmdesk law 查；自己的地方规定放在情景的 law 文件夹里，写法见 docs/law.md。
CD0054 = 节点“{ $node }”里没有“{ $name }”这个选项
    .hint = 写选项的 id；没写 id 的，按顺序叫 1、2、3。
CD0055 = 没有“{ $name }”这种语言
CD0194 = “{ $name }”是我方的人，这里要写来访人
    .hint = 我方的人只能说话、被问到、在场；情绪、信任、隐私、诉求都是来访人的。
CD0195 = 我方的人“{ $name }”没有 { $field }
    .hint = 把 { $field } 去掉。我方的人没有需要，没有紧张度，也没有情绪曲线；要有，就写到 visitors 里。
CD0196 = 这句话不是我方的人说的，不能写 acts
    .hint = 来访人的话写 cues；同事、领导做了什么，先把人写进 staff，再让他来说。

# 行为和线索
CD0060 = “{ $name }”后面要跟一个括号
CD0061 = “{ $name }”括号里的内容不对
CD0062 = 没有哪句话里标过“{ $word }”这个感受词
    .hint = 接的词必须是来访人说过的：在那句话的 cues 里加 Feeling("{ $word }")，或者换成说过的词。
CD0063 = 这句话里没有“{ $word }”这几个字
    .hint = 感受词要和话里写的一字不差；英文要整个的词，大小写不论。
CD0064 = “{ $name }”在 { $day } 那天不是现行规定（{ $from } 至 { $until }）
    .hint = 换成那天有效的条文，或者改 plays_on。

# 演法
CD0069 = { $section } 有 { $number } 个，最多 { $max } 个
    .hint = 一个节点里装不下这么多，拆成几个；名字太多就拆成几个情景。
CD0070 = 这里有 { $number } 个选项，要 2 到 { $max } 个
    .hint = 只有一个选项就不用选，写成 Line；太多了就合并。
CD0071 = 一个选项要在 say、gesture、desk 里恰好写一个
    .hint = 说话写 say，动作写 gesture，办手续写 desk。
CD0072 = { $value } 超出了范围：要在 { $min } 到 { $max } 之间
    .hint = 改成范围里的数。
CD0073 = 有 { $number } 个来访人，要 1 到 { $max } 个
    .hint = 在 visitors 里写上来访的人。
CD0074 = “{ $name }”这次来访没有人在场
    .hint = 在 present 里写上谁在场；删掉 present 就是人人在场。
CD0075 = 这里的文字是空的
    .hint = 写上文字；要沉默，写成动作，比如“（不说话）”。
CD0210 = 这里有 { $number } 个字，最多 { $max } 个
    .hint = 一段话说不了这么长：分成几个节点，或者放进案卷分几份写。
CD0076 = “{ $value }”不是日期
    .hint = 写成“2026-03-09”这样：四位年、两位月、两位日。
CD0077 = “{ $value }”不是时间
    .hint = 写成“09:12”这样，24 小时制，英文冒号。
CD0078 = 有 { $number } 个节点，要 1 到 { $max } 个
    .hint = 在 nodes 里写上节点；太多就拆成几个情景。
CD0079 = 这几步会没完没了：{ $circle }
    .hint = 转一圈都没有让人选的地方。中间加一个 Choice，或者让其中一步走到别处。
CD0080 = 后面没有节点可走，要写明“{ $field }”
    .hint = 写上去哪个节点；要结束就加一个 End 节点。
CD0081 = “{ $name }”既不是从 hooks 进来的，也不是 Topics 里的话题，"return" 无处可回
    .hint = 写上要去的节点；"return" 只能用在 hooks 引出的那几步，或者 Topics 的话题里。

# 话题
CD0095 = Topics 里话题连同 leave 要有 2 到 { $max } 个，这里是 { $number } 个
    .hint = { $number ->
        [0] 写上话题：topics: { "{" } "wages": (say: "…", start: "…") { "}" }
        [1] 只有一个话题就用不着 Topics：写成一句话接下去，或者再加一个话题、一个 leave。
       *[other] 屏幕上按 1 到 8 选：拆成两个 Topics，前一个的 then 接后一个。
    }
CD0096 = 这里的话题个个都可以不谈，又没有 leave：还没开口就过去了
    .hint = 加一个 leave: (say: "…")，或者把至少一个话题的 optional 去掉。
CD0097 = “{ $name }”里的 "return" 说不清回哪里：{ $both ->
        [no] 它在“{ $one }”的话题里，不经过话题也走得到
       *[yes] “{ $one }”和“{ $other }”都有话题走到这里
    }
    .hint = 不写 "return"，写明要回的那个节点。
CD0098 = 没有叫“{ $name }”的评分项
    .hint = 评分项的名字在 docs/rubric.md 里。

# 一件事怎么走
CD0140 = 没有“{ $name }”这一步
    .hint = 步骤的名字见编写手册的 so_far 一节。
CD0141 = “{ $right }”的去向写得不对
CD0142 = 这一步走不通：{ $step }
CD0143 = { $value } 比 plays_on（{ $day }）还晚
    .hint = 第一次来访那天以后的事，让学员在场景里做；这里只写在那以前的。
CD0144 = 没有写 matter，“{ $step }”无从谈起
    .hint = 在场景开头写上 matter: (class: …)；不评步骤，就把这一步删掉。
hint-steps = 写一个步骤，比如 Accept，或者 (step: Accept, after: 5)。
hint-route-needed = 申诉求决要写明走哪条路，比如 route: Opinion；有哪几条，见编写手册的 matter 一节。
hint-no-route = “{ $right }”不分去向，删掉 route。
hint-step = 写一个步骤的名字，不加引号，比如 Forward；看不出是谁做的，再写上谁：Extend(HeadOfBody)。

# 别处的文件
CD0125 = 找不到要并进来的“{ $name }”
    .hint = 先在情景自己的文件夹里找，再到上一级放各个情景的文件夹里找；看看文件名和位置对不对，大小合不合适。压成 .zip 的，它也要一起压进去。
CD0126 = “{ $name }”不能并进来：只能往里写，如 "shared/opening.ron"
    .hint = 文件名用英文字母、数字、- 和 _，以 .ron 结尾；不能用 ..、反斜杠和盘符。
CD0127 = 这几个文件互相并来并去：{ $circle }
    .hint = 去掉其中一个 include。
CD0128 = 并进来的文件太多或套得太深：最多 { $max } 个，{ $deep } 层
    .hint = 把几个小文件合成一个。
CD0129 = 这几个人物类型你靠我、我靠你：{ $circle }
    .hint = 去掉其中一个 base。
CD0130 = 这不是能并进来的文件：开头应当是 Shared(
    .hint = 写成 Shared( nodes: { "{" } … { "}" } )；里面可以有 include、personas、visitors、facts、promises、vars、nodes。
hint-first-in = 另一处在 { $other }；改掉其中一个名字。
hint-persona-shipped = 程序里已经有叫这个名字的类型，换个名字；要在它上头改，写 base: "{ $name }"。

# 译文
CD0090 = 译文这里读不懂
    .hint = 一条的写法是“名字 = 文字”，换行的文字要缩进；文字里的大括号写成 {"{ \"{\" }"}。
CD0091 = 情景里没有“{ $name }”对应的文字
    .hint = 删掉这一条，或者改成情景里有的名字；calmdesk translate 会把该有的名字都写上。
CD0092 = 还有 { $number } 处没有译：{ $names }
    .hint = 没译的地方照原文显示。
CD0099 = 译出来的话里没有“{ $word }”这几个字
    .hint = 感受词的译文要和它那句话的译文一字不差，学员接的就是这个词：两处改成一样。
CD0093 = 用不上“{ $name }.ftl”
    .hint = 译文文件名是语言代号：zh-CN.ftl 或 en.ftl；原文的语言不用译。
CD0094 = 有 { $number } 处译文旧了，原文后来改过：{ $names }
    .hint = 运行 calmdesk translate，它把改前的原文写在译文上面；改好译文，删掉那行 # stale。

# 提醒：文件没写错，但多半不是你想要的。看过了、就要这样的，在原处写 allow: {"{"} "CD0103": "理由" {"}"}
CD0101 = 没有路走到“{ $name }”
    .hint = 让别的节点的 then 指到这里，或者把它删掉。
CD0102 = 走到“{ $name }”就再也到不了结局
    .hint = 至少留一条路通到 End 节点。
CD0122 = 一谈“{ $name }”就回不到“{ $node }”，也到不了结局
    .hint = 话题的最后一步写 then: "return"，谈完就回来。
CD0123 = 这里由作者自己定了“{ $what }”，理由：{ $why }
    .hint = 不用改；用这个情景的人应当知道。
CD0124 = 这个选项还没写做了什么（todo）
    .hint = 补上 acts，比如 acts: [OpenQuestion]；没有它，来访的人没有反应，也不计分。
CD0131 = 这个选项样样都比别的好，又{ $how ->
        [longest] 最长
       *[first] 总排第一
    }，不读也选得中
    .hint = { $how ->
        [longest] 把它写短些，或者让别的选项也有一样好处。
       *[first] 写成 Choice 让次序打乱，或者让别的选项也有一样好处。
    }
CD0103 = 这几个选项做的事完全一样，选哪个都没有分别
    .hint = 给每个选项写上它真正做的事（acts），或者改成一句 Line。
CD0104 = { $language ->
    [own] {""}
    [en] 英文里，
   *[other] 中文里，
}{ $how ->
    [longest] 最长的选项
    [shortest] 最短的选项
    [wordiest] 句子最多的选项
    [politest] 客气话最多的选项
    [plainest] 写得最素的选项
    [quietest] 最不出声的选项
   *[first] 第一个选项
}往往就是好的：{ $choices } 道选择里 { $clean } 道，随手点只有 { $expected } 道。泄底的：{ $told }{ $more ->
        [0] {""}
       *[other] ……还有 { $more } 道
    }
    .hint = { $how ->
    [first] 用 Choice（每次打乱次序）代替 OrderedChoice，或者换换次序。
    [wordiest] 好的、不好的都写得有长句有短句，句子数别分出好坏。
    [politest] 让不好的选项也说“您”、说“请”，让好的选项也有不带客气话的。
    [plainest] 让好的选项也带几个逗号、语气词，让不好的选项也有说得干净的。
    [quietest] 让动作、不作声也有选错的时候。
   *[other] 把好的、不好的选项都写到差不多长，有长有短。
}
CD0180 = { $language ->
    [own] {""}
    [en] 英文里，
   *[other] 中文里，
}没看来访人的话也猜得中：学过别的情景的写法，{ $choices } 道选择里猜中 { $clean } 道，随手点只有 { $expected } 道。最明显的：{ $told }{ $more ->
        [0] {""}
       *[other] ……还有 { $more } 道
    }
    .hint = 把这几道改一改：让好的选项也有这样写的、不好的选项也有那样写的，好坏要看来访人刚说了什么。
CD0181 = { $how ->
    [never] 走到这个选项之前，没人讲过“{ $name }”
   *[maybe] 走到这个选项时，“{ $name }”可能还没人讲过
}
    .hint = { $how ->
    [never] 复述的是对方讲过的事：在前面的台词里加 Fact("{ $name }")，或者换一件讲过的。
   *[maybe] 讲它的那段话可以绕过去：给选项加 when: Fact("{ $name }")，或者在必经的台词里讲。
}
CD0182 = “{ $name }”还没人讲，选项里已经有“{ $words }”
    .hint = 学员没听到的事，选项先说出来就是漏题。换个说法，或者等讲过了再给这个选项。
CD0183 = 这话接的是{ $name }刚说的，可不写 to 就是对{ $last }说的
    .hint = 屋里不止一个人时写明对谁说：to: "{ $id }"。
CD0184 = 承诺“{ $name }”的话里说“{ $said }”，{ $days ->
        [0] 就是当天
        [1] 是第二天
       *[other] 是 { $days } 天后
    }；due_days 写的是 { $due }
    .hint = 改成同一天：话里的日子和 due_days 从许下的那天算起，要对得上。
CD0185 = “{ $said }”对不上：{ $date } 是{ $is }
    .hint = 改日子，或者改星期几；年份按 plays_on 算。
CD0186 = { $name }在说话，可“{ $visit }”这次来访里没有这个人
    .hint = 在 visits 里给“{ $visit }”的 present 加上 "{ $id }"；只是转述别人的话，就写成叙述（不写 who）。
CD0187 = 话题“{ $name }”没写完：“{ $node }”后面接着走进了“{ $next }”
    .hint = 话题的最后一步写 then: "return"；真要接着谈“{ $next }”，就把 then 写出来。
CD0188 = { $language ->
    [own] {""}
    [en] 英文里，
   *[other] 中文里，
}选项“{ $name }”和“{ $other }”说的一模一样
    .hint = 删掉一个，或者写成两句不同的话。
CD0189 = { $all ->
    [yes] 这几个选项名目不同，分数和去处都一样，选哪个都没有分别
   *[no] 选项“{ $name }”和“{ $other }”做的事、去的地方都一样，选哪个都没有分别
}
    .hint = 给每个选项写上它真正做的事（acts），或者让它们通到不同的地方；真要这样，写 allow 说明理由。
CD0190 = 承诺“{ $name }”没有一个选项会许下
    .hint = 在许它的那个选项里加 acts: [Promise("{ $name }")]，或者把它删掉。
CD0191 = “{ $name }”一句话要接两头（{ $criteria }），哪个选项都只接得住一头，满分谁也拿不到
    .hint = 写一个两头都接住的选项，或者把这句话拆成两句，中间让学员开口。
CD0192 = “{ $name }”{ $until } 以后就不用了，这里还当它有效在说
    .hint = 现在用的是{ $now }。要让学员分辨，就在选项里写 law_says，指出现行的哪一条。
CD0193 = “{ $name }”的每个选项都有条件，可能一个都不开放（那时会全部开放）
    .hint = 留一个不带 when 的选项，或者让条件合起来总有一个成立。
CD0105 = 走到这个选项之前，没人说过“{ $word }”
    .hint = 接住的词要对方先说出口：在前面的台词里加 Feeling("{ $word }")。
CD0106 = 事实“{ $name }”没有一句台词讲到，记事本里永远不会有它
    .hint = 在讲到它的那句台词里加 cues: [Fact("{ $name }")]，或者把它删掉。
CD0107 = 答应了“{ $name }”（{ $days } 天内），可后面过的日子不够，兑没兑现没人知道
    .hint = 在后面加一个 TimePasses，天数超过 { $days } 天，或者写上 keeps。
CD0108 = 这句话里的 { $name } 没有人能接：后面的选项里没有合适的
    .hint = 在紧接着的选择里加一个接得住它的选项，或者去掉这个线索。
CD0109 = 选项有 { $length } 个字，最多 { $max } 个：来访人在等，来不及读
    .hint = 说短些；要说的多，分成两步。
CD0110 = 这段话要说 { $seconds } 秒，最多 { $max } 秒：没人一口气听这么久
    .hint = 拆成两句，中间让学员应一声。
CD0111 = 字体里没有这些字，屏幕和报告上会是空框：{ $signs }
    .hint = 换一个写法。
CD0112 = 变量“{ $name }”没有一个条件用到
    .hint = 在条件里用 VarAtLeast 或 VarIs，或者把它删掉。
CD0113 = 选项没有编号（现在叫“{ $name }”）：以后插进一个，老的记录就对不上了
    .hint = 给这道选择的每个选项写 id，比如 id: "mirror"。
CD0114 = 整个情景考不到“{ $criterion }”（{ $id }）
    .hint = 在合适的选项里用上：{ $acts }。不打算考，写 allow: {"{"} "CD0114 { $id }": "理由" {"}"}。
CD0115 = “{ $criterion }”（{ $id }）只会丢分、没处得分，满分拿不到
    .hint = 加一个做对的选项：{ $acts }。
CD0116 = 这里写着允许“{ $name }”，可并没有这样的提醒
    .hint = 删掉这一条；编号只能是 CD0101 起的提醒，可以加空格再写是关于谁的。排练的名次写在 Scenario 里，如“rehearse pleaser”。
CD0117 = 允许“{ $name }”要写理由
    .hint = 冒号后面写一句为什么要这样，给以后改情景的人看。

# 指出别的地方
label-first-here = 第一次在这里
label-opened-here = 在这里打开
label-outside = 从这里起在外面
label-closed-here = 在这里收尾
label-and-here = 还有这里
label-opener-missing = 是不是这里漏了一个
label-missing-before = 这里之前就该收尾

# 另外的办法
hint-return-reserved = “return”另有用处（回到被打断的地方），换个名字。
hint-title-long = 名称和标题要短，长的内容写到正文里。
hint-id-long = 编号太长，最多 { $max } 个字符。
hint-keeps = 写承诺的编号，或者 (promise: "编号", when: 条件)。
hint-act-is-a-name = 行为是目录里的名字，不加引号，比如 OpenQuestion、MirrorWords("寒心")。
hint-cue-is-a-name = 线索是名字，不加引号，比如 Question、Feeling("寒心")。
hint-act-without-brackets = { $name } 后面什么都不用写，去掉括号。
hint-takes-word = 写来访人说过的感受词：{ $name }("寒心")。
hint-takes-fact = 写 facts 里的编号：{ $name }("hours")。
hint-takes-article = 写法条：{ $name }("noise2022/70")。
hint-takes-paper = 写文书的编号：{ $name }("path-notice")。
hint-takes-promise = 写 promises 里的编号：{ $name }("callback")。
hint-takes-visitor = 写来访人的编号，是谁的私事：{ $name }("zhang")。
hint-takes-number = 写次数：{ $name }(3)。
hint-takes-risk = 写是哪种危险：Weapon、SelfHarm、Collapse、Violence、Infection。
hint-takes-conduct = 写是哪种行为：Gathering（围堵）、Staying（滞留）、Inciting（煽动）、Disorder（其他扰乱）。
hint-takes-impropriety = 写是哪一种：Threat（吓唬人）、Leak（说出人家的事）、Deal（开不合规矩的条件）。
hint-did = 写行为的名字，不带括号：Did(MirrorWords)。
hint-backslash = 反斜杠 \ 在文字里有特别的意思；要写它自己，写两个。
hint-round-brackets = 名字后面用圆括号：把两头换成 ( 和 )
hint-closed-early = 前面那一段收早了：从标出的地方起，已经不在里面。删掉前面收早的那个 { $sign }，留下这一个。
hint-extra-quote = 多了一个引号，删掉。
hint-id-quoted = 编号两头加英文直引号：写 "{ $name }":
hint-wants-node = 写明是哪种节点，比如 Line( … )、Choice([ … ])、End( … )。
hint-trailing = 内容到这里就该完了：数后面不写单位，文字两头加英文直引号。
hint-wrong-opener = 改成 { $wanted }，和后面收尾的那个配成一对。
hint-ftl-wide-equals = 这是全角等号，换成英文的 =
hint-ftl-colon = 名字和译文之间用英文等号：把冒号换成 =
hint-ftl-indent = 这一行没有等号。是上一条的下文，就在行首空四格；是新的一条，写成“名字 = 译文”。
hint-ftl-name = 等号前面只有名字：英文字母、数字、- 和 _，中间没有空格。名字照 calmdesk translate 写好的，别改。
hint-ftl-brace = 译文里的大括号有特别的意思：要写它自己，写成 {"{ \"{\" }"}；别的花样这里用不上。
hint-ftl-tab = 行首用空格，不用 Tab 键：空四格。
hint-ftl-deep = 大括号套大括号套得太深：最多 { $max } 层。译文用不着套，直接写字。
hint-ftl-many = 这一条里的大括号太多，引用的也算：最多 { $max } 个。
hint-comment = 把开头的符号换成 //，整行就是说明，程序不看。
hint-comment-none = 这一行要是写给自己看的说明，前面加 //；要是一句话，放进引号 "" 里。
hint-comment-open = 这个 /* 没有收尾，后面就全成了说明。在说明末尾补上 */，或者改用 //。
hint-equals = 名字和内容之间用英文冒号，不用等号：把 = 换成 :
hint-semicolon = 一项写完用英文逗号，不用分号：把 ; 换成 ,
hint-extra-comma = 多了一个逗号，删掉。
hint-single-quote = 文字两头用双引号 "，不用单引号 '
hint-percent = 不写百分号；比例写成 0 到 1 之间的小数，50% 写 0.5。
hint-after-end = 整个文件到这个右括号就完了，后面不能再有东西。删掉后面的；要是括号收早了，把它挪到最后。
hint-name-unquoted = 这里的名字不加引号：写 { $name }:
hint-too-large = 这个数太大了，写小些。
hint-too-many-visitors = 人太多了，减几个；一群人的 count 也算在里面。
hint-no-such-day = 这个月没有这一天，看看日历。
hint-write-date = 写成“{ $date }”：四位年、两位月、两位日，中间用 -。
hint-office-file = 这像是 Word、WPS 的文档或者压缩包，不是文本文件。打开它，全选、复制，贴进记事本，存成 scenario.ron，编码选 UTF-8。
hint-wants-text = 这里要文字，两头加英文直引号："……"
hint-wants-whole = 这里要一个整数，不加引号，不带小数点。
hint-wants-number = 这里要一个数，不加引号，比如 0.5。
hint-wants-bool = 这里写 true 或 false。
hint-wants-list = 这里要一个列表，用方括号：[ … ]
hint-wants-map = 这里要用花括号：{"{"} "编号": 内容 {"}"}
hint-wants-struct = 这里要用圆括号：( 名字: 内容 )
hint-wants-name = 这里要一个名字，不加引号。

# 读文件
bundle-not-found = 没有找到“{ $path }”。看看路径有没有写错。
bundle-unreadable = “{ $path }”读不出来：{ $more }
bundle-no-scenario = “{ $path }”里没有 scenario.ron。
bundle-too-large = “{ $path }”太大了：最多 { $more } MiB。
bundle-too-many = “{ $path }”里的文件太多：最多 { $more } 个。
bundle-leads-out = “{ $path }”是个链接，通到情景文件夹外面去了。把文件本身放进来。
bundle-misnamed = “{ $path }”里没有 scenario.ron，倒有一个 { $more }：把它改名叫 scenario.ron（记事本爱在后面添 .txt，文件夹里看不见）。
bundle-misnamed-case = “{ $path }”里的 { $more } 大小写不对：改名叫 scenario.ron，全用小写。
bundle-needs-folder = “{ $path }”是压缩包，只能看、不能改：解开来，再对着那个文件夹运行。
bundle-zip-not = “{ $path }”不是 .zip 压缩包（改了后缀的 RAR、7z 不算）。把情景文件夹重新压成 .zip。
bundle-zip-damaged = “{ $path }”这个压缩包坏了，或者没有下载完。重新压一次，或者重新下载。
bundle-zip-locked = “{ $path }”加了密码（{ $more }）。去掉密码再压一次。
bundle-zip-unknown = “{ $path }”的压缩方式不认识。在文件夹上点右键，压成普通的 .zip。
bundle-zip-too-many = “{ $path }”里的东西太多：只把情景那一个文件夹压进去。
bundle-zip-too-large = “{ $path }”里的 { $more } 解开来太大，不读了：情景的一个文件最大 4 MiB，一共最大 16 MiB。
bundle-zip-bad-name = “{ $path }”里有个路径不对的东西：{ $more }。把情景文件夹重新压一次。
bundle-zip-twice = “{ $path }”里有两个 { $more }（大小写不同也算）。留一个，重新压一次。
bundle-zip-link = “{ $path }”里的 { $more } 是一个链接。换成文件本身，重新压一次。
bundle-zip-several = “{ $path }”里不止一个情景，比如 { $more }。一个情景压一个 .zip。
bundle-zip-too-deep = “{ $path }”里的情景套得太深：{ $more }。就压 scenario.ron 所在的那个文件夹。
bundle-zip-inner = “{ $path }”里又是一个压缩包：{ $more }。先解开外面这个。

# 小结
check-errors = 查了 { $scenarios } 个情景：{ $errors } 个错误，{ $warnings } 处提醒。
check-warnings = 查了 { $scenarios } 个情景：没有错误，{ $warnings } 处提醒。
check-clean = 查了 { $scenarios } 个情景：没有问题。

## 地方规定
CD0160 = 地方规定“{ $name }”到这里读不下去
    .hint = 照 docs/law.md 里的样子写：日期写成 "2024-05-01"，条、款、项写数字，字句用英文直引号括起来。
CD0161 = 已经有叫“{ $name }”的法规包了
    .hint = 随程序来的法规包不能顶替。换个名字，连文件名一起改。
CD0162 = 地方规定“{ $name }”写得不对：{ $problem }
    .hint = 照 docs/law.md 里的样子写。
hint-law-id = 写小写字母、数字和“-”，后面四位年份，比如 street-rules2024。
hint-law-name = 把文件名改成“名字.ron”，或者改里面的 id。
hint-law-dates = valid_to 写最后有效的那天；一直有效就不写。
hint-law-text = 题目、出处和每一条，中英文都要有一句。
hint-law-number = article、paragraph、item 写从 1 起的数字。
hint-law-twice = 同一条只写一遍；分款、分项的用 paragraph、item 分开。
hint-law-overlap = 给旧的那个写上 valid_to。
hint-law-rules = 把这一项去掉；期限和代表人数只认随程序来的法规包。
hint-law-empty = 在 articles 里至少写一条。
