# 桌上的活：登记表、文书、答复

desk-form = 表格
desk-compose = 答复
desk-field-text = 内容
desk-field-id-number = 身份证号
desk-field-class = 信访类别
desk-field-urgency = 缓急
desk-field-extra = 其他
desk-field-basis = 依据
desk-field-path = 怎么办、谁来办
desk-field-time = 什么时候办好
desk-field-route = 处理途径
desk-field-day = 日期
desk-field-remedy = 不服怎么办
desk-field-decision = 处理意见
desk-field-signatures = 签名
desk-entry-struck = ／（空着，划掉）
desk-entry-empty = （空着）
desk-entry-suggestion = 建议意见
desk-entry-accusation = 检举控告
desk-entry-petition = 申诉求决
desk-entry-ordinary = 一般
desk-entry-urgent = 紧急
desk-seen-by-others = 这张纸别人也看得到。
# 条例向别的机关要这张纸；自己这家照习惯也出。
desk-paper-by-custom = 本地做法：条例没有要求信访部门出这张纸
desk-printed = 已印好：{ $fields }
desk-sentence = { $basis }，{ $path }，{ $time }。
desk-told-field = { $label }：{ $words }
desk-told = 填好【{ $title }】：{ $fields }
desk-clean = 没毛病
desk-faulty = 有毛病
desk-limit-within = 定好的 { $days } 天
desk-limit-any = 一个说得清的日子

## 毛病：几个字，和为什么

desk-fault-not-told = 还没听对方说过
    .why = 表上只能有对方说过的话；没说过的，要么先问，要么划掉。
desk-fault-invented = 谁也没说过
    .why = 登记表是后面每一步的底子，底子里有假，后面都跟着错。
desk-fault-reworded = 改了对方的意思
    .why = 诉求照对方的原意写，换成公文话，味道就变了。
desk-fault-judged = 替对方下了结论
    .why = 登记只记事，是非留给查的人；带了看法的表，谁拿到都先入为主。
desk-fault-left-out = 说过的没写上
    .why = 对方讲了，表上没有，等于白讲，下一个人还得再问一遍。
desk-fault-not-struck = 空着没划掉
    .why = 空格留着，谁都能往里添字，划掉才算填完。
desk-fault-extra = 收了不该收的
    .why = 办这件事用不着的，就不该问，更不该写下来。
desk-fault-unmasked = 身份证号写全了
    .why = 只写前六位和后四位就够认人了，写全了，流出去就收不回来。
desk-fault-exposed = 把人露给了别人
    .why = 这张纸别人也看，写上去就是泄露。
desk-fault-wrong-class = 类别归错了
    .why = 类别定了走哪条路，归错了，后面全走岔。
desk-fault-wrong-urgency = 缓急定错了
    .why = 急的当成缓的会误事，缓的当成急的就没有急的了。
desk-fault-no-basis = 没有依据
    .why = 凭什么这么办，总得说得出来。
desk-fault-vague-basis = 依据含糊
    .why = “有关规定”等于没说，对方没法查，也没法信。
desk-fault-wrong-basis = 依据用错了
    .why = 这一条管不着这件事，对方一查就对不上。
desk-fault-no-path = 没说怎么办
    .why = 听完还是不知道找谁、走哪条路，等于没答。
desk-fault-wrong-path = 路指错了
    .why = 照着走会白跑一趟，回来火气更大。
desk-fault-sent-away = 把人推走了
    .why = 推给别处不算答复，要说清谁接、怎么接。
desk-fault-no-time = 没给时间
    .why = 没有日子，人就只能天天来问。
desk-fault-vague-time = 时间含糊
    .why = “尽快”是哪天，谁也说不清；给个日子，到日子能兑现。
desk-fault-wrong-time = 时间不对
    .why = 这个日子对不上这件事。
desk-fault-late = 比期限晚 { $days } 天
    .why = 期限是上限，答应得比它还晚，就是当面违规。
desk-fault-wrong-unit = 把日和工作日弄混了
    .why = 写“日”的按天数，写“工作日”的才扣掉周末，混了就会误期。
desk-fault-cut-short = 少说了 { $days } 天
    .why = 这是对方自己的期限，说短了，等于替人家放弃。
desk-fault-misleading = 多说了 { $days } 天
    .why = 这是对方自己的期限，照你说的去办，就过期了。
desk-fault-missing = 必填的没填
    .why = 这一栏空着，这份文书就不算数，退回来重做，耽误的是对方。
desk-fault-not-asked = 必填的没问到
    .why = 没问到的划掉，比编一个强；可这一栏少不了，动笔以前就该问。
desk-fault-no-article = 只有法名，没有条款
    .why = 一部法几十上百条，不写第几条，对方没处查。
desk-fault-not-in-force = 引的条文不管用了
    .why = 要用那一天有效的条文；还没施行、已经废止的，写上去一查就倒。
desk-fault-wrong-route = 处理途径选错了
    .why = 途径定了走哪套程序、谁来办、多少天，选错了全跟着错。
desk-fault-another-route = 套了别的途径的期限
    .why = 六十日只管出处理意见的那一类，别的路有别的期限，写错了对方白等。
desk-fault-to-the-accused = 材料转到被检举的人手里
    .why = 检举控告的材料一到被检举的一方，人就露了，报复跟着来。
desk-fault-wrong-remedy = 救济途径写错了
    .why = 不服怎么办，一份文书只有一条对的路；指错了，对方的期限就白白过去。
desk-fault-wrong-body = 机关写错了
    .why = 复查找上一级，复核找再上一级，复议找本级政府，起诉找法院；门写错了，人家不收，日子照样走。
desk-fault-wrong-receipt = 收到日期写错了
    .why = 后头的期限全从收到那天起算，差一天就都差一天。
desk-fault-seal-early = 章盖在收到以前
    .why = 还没收到就盖了章，谁看都是倒签，这份文书没人信。
desk-fault-seal-ahead = 章盖到后头去了
    .why = 哪天盖的写哪天，预先填好日子，真到那天变了就改不回来。
desk-fault-seal-late = 盖章晚了 { $days } 天
    .why = 章上的日子就是发出的日子，晚过期限就是违规，写什么都补不回来。
desk-fault-too-few-signed = 签名不够，要 { $needed } 个
    .why = 少一个签名，就少一方认账，回头说不清。
desk-fault-no-id-number = 不是身份证号
    .why = 号码不对，等于没核实是谁，后头的文书都可能送错人。
desk-fault-wrong-people = 来访人数写错了
    .why = 来了几个人写几个人，多一个少一个，代表和秩序的规矩都跟着算错。
desk-fault-wrong-kind = 这一栏不该这么填
    .why = 每一栏要的是什么有讲究，填串了，后头的人看不懂。

## 讲评

explain-wrote-right = { $pick ->
    [0] {$field}写{$said}，对。
    [1] {$paper}上{$field}这一项是{$said}，没毛病。
   *[2] {$field}：{$said}，填得准。
}
explain-wrote-not-told = {$field}写了{$said}，这话对方还没说过，这时候该是{$right}。
explain-wrote-invented = {$field}写了{$said}，谁也没这么说过，该写{$right}。
explain-wrote-reworded = {$field}写了{$said}，不是对方的原意，该写{$right}。
explain-wrote-judged = {$field}写了{$said}，成了你的评语，该写{$right}。
explain-wrote-left-out = {$field}写成{$said}，可该有的内容已经有了：{$right}。
explain-wrote-not-struck = {$field}留了空，没划掉，该是{$right}。
explain-wrote-extra = {$field}写了{$said}，这是不该收的，该{$right}。
explain-wrote-unmasked = {$field}写了{$said}，一位没遮，该写{$right}。
explain-wrote-exposed = {$paper}别人也看得到，{$field}却写了{$said}，该写{$right}。
explain-wrote-wrong-class = {$field}归到{$said}，该归{$right}。
explain-wrote-wrong-urgency = {$field}定成{$said}，该是{$right}。
explain-wrote-no-basis = {$field}给的是{$said}，等于没有依据，该是{$right}。
explain-wrote-vague-basis = {$field}只有一句{$said}，没有法名，没有条款，该是{$right}。
explain-wrote-wrong-basis = {$field}用了{$said}，这一条管不着，该是{$right}。
explain-wrote-no-path = {$field}是{$said}，没说谁来办，该是{$right}。
explain-wrote-wrong-path = {$field}说的是{$said}，这条路走不通，该是{$right}。
explain-wrote-sent-away = {$field}说的是{$said}，把人推了出去，该是{$right}。
explain-wrote-no-time = {$field}是{$said}，没有日子，该是{$right}。
explain-wrote-vague-time = {$field}说的是{$said}，没有哪一天，该是{$right}。
explain-wrote-wrong-time = {$field}说的是{$said}，对不上{$limit}，该是{$right}。
explain-wrote-late = {$field}说的是{$said}，比{$limit}的期限晚了 { $days } 天，该是{$right}。
explain-wrote-wrong-unit = {$field}说的是{$said}，{$limit}算的不是这种日子，该是{$right}。
explain-wrote-cut-short = {$field}说的是{$said}，比{$limit}的期限少了 { $days } 天，该是{$right}。
explain-wrote-misleading = {$field}说的是{$said}，比{$limit}的期限多了 { $days } 天，该是{$right}。
explain-wrote-missing = {$field}是必填的，交上去却是{$said}，该写{$right}。
explain-wrote-not-asked = {$field}是必填的，交上去是{$said}：来访人没说过，你也没问过。
explain-wrote-no-article = {$field}只写了{$said}，没有第几条，该是{$right}。
explain-wrote-not-in-force = {$field}用了{$said}，这一条在那天不管用，该是{$right}。
explain-wrote-wrong-route = {$field}选了{$said}，这件事走的不是这条路，该是{$right}。
explain-wrote-another-route = {$field}写了{$said}，这件事走的是另一条路，六十日管不到它，该是{$right}。
explain-wrote-to-the-accused = {$field}写了{$said}，检举材料要落到被检举的人手里，该是{$right}。
explain-wrote-wrong-remedy = {$field}写了{$said}，这份文书不是走这条路，该是{$right}。
explain-wrote-wrong-body = {$field}写了{$said}，路是对的，门找错了，那一家管不了，该是{$right}。
explain-wrote-wrong-receipt = {$field}写了{$said}，不是收到的那天，该是{$right}。
explain-wrote-seal-early = {$field}写了{$said}，那天这件事还没收到，该是{$right}。
explain-wrote-seal-ahead = {$field}写了{$said}，那天还没到，该是{$right}。
explain-wrote-seal-late = {$field}写了{$said}，{$limit}的期限已经过了 { $days } 天{ $known ->
    [no] {""}
   *[other] ，该是{$right}
}。
explain-wrote-too-few-signed = {$field}是{$said}，要 { $needed } 个签名，只有 { $there } 个，该是{$right}。
explain-wrote-no-id-number = {$field}写了{$said}，不是身份证号，该写{$right}。
explain-wrote-wrong-people = {$field}写了{$said}，和来的人数对不上，该写{$right}。
explain-wrote-wrong-kind = {$field}写了{$said}，这一栏要的不是这个，该写{$right}。

criterion-written-facts = 听到的写对了
    .why = 对方说的，原样到了纸上，才算真听见了。
    .anchor-1 = 没有一栏照来访人讲的写对
    .anchor-2 = 写对的少，错的、漏的多
    .anchor-3 = 对错各半，或者大意对、字句走了样
    .anchor-4 = 多数写对，还有走样、漏写或者没划掉的
    .anchor-5 = 讲过的都写对了，没讲过的一样没写
criterion-written-privacy = 纸上不多露
    .why = 收得越少，漏得越少；身份证号留前六后四就够认人。
    .anchor-1 = 没有一栏收得住：该遮没遮，或者多写了
    .anchor-2 = 收住的少
    .anchor-3 = 有的收住了，有的没有
    .anchor-4 = 多数收得住
    .anchor-5 = 只写用得上的，该遮的都遮了
criterion-written-class = 类别缓急定得准
    .why = 归对了类，才走得对路，才不误急事。
    .anchor-1 = 没有一样分对
    .anchor-2 = 分对的少
    .anchor-3 = 有的分对，有的分错
    .anchor-4 = 多数分对
    .anchor-5 = 样样分对
criterion-written-basis = 写明依据
    .why = 法名加条款，对方查得到，才服气。
    .anchor-1 = 没有一处写准：没写、写错，或者只写“有关规定”
    .anchor-2 = 写准的少
    .anchor-3 = 有的准，有的不准
    .anchor-4 = 多数写准
    .anchor-5 = 处处写到哪部法、哪一条，都对得上
criterion-written-path = 写明去处
    .why = 谁接手、走哪条路，写清了人才不跑冤枉路。
    .anchor-1 = 没有一处写清谁办、怎么走
    .anchor-2 = 写清的少
    .anchor-3 = 有的写清，有的没有
    .anchor-4 = 多数写清
    .anchor-5 = 处处写清谁办、怎么走
criterion-written-time = 期限没错
    .why = 期限说错，要么违规，要么害人过期。
    .anchor-1 = 期限没有一处写对
    .anchor-2 = 写对的少
    .anchor-3 = 有的对，有的错
    .anchor-4 = 多数写对
    .anchor-5 = 处处写对，都在期限以内
criterion-written-form = 文书不缺项
    .why = 缺一栏、少一个签名、章盖错日子，这份文书就立不住。
    .anchor-1 = 要素、救济、落款没有一处写对
    .anchor-2 = 缺的、错的多
    .anchor-3 = 有的齐，有的缺，或者只差一点
    .anchor-4 = 大体齐全，还有缺的或者错的
    .anchor-5 = 要素齐全，救济、落款都对

source-D01 = 告知书的章和日期
source-D02 = 空格划掉
source-D15 = 关爱备忘录
source-P04 = 分类定缓急
source-P08 = 分类接待

## 终端

play-you-write = 你写：
play-you-fill = 你交上【{ $title }】
play-so-far = 连起来：
play-keys-desk = 2b 第二项填 b · ok 交上去 · g1 动作 · n 记事 · h 回看 · u 退一步 · ? 帮助 · q 离开
play-keys-desk-exam = 2b 第二项填 b · ok 交上去 · g1 动作 · n 记事 · h 回看 · ? 帮助 · q 离开
play-papers = 纸上的毛病
play-papers-line = 第 { $turn } 轮：{ $what }（{ $source }）
play-still-open = 还有没填的：{ $fields }。
play-no-such-entry = 没看懂“{ $word }”。填表写项号加字母，比如 2b，可以一次写几个：1a 2b 3c；填完打 ok。
answer-not-a-field = “{ $word }”要写成 项=内容，用编号，比如 fill name=told id=masked。
move-no-paper = 现在桌上没有要填的。
move-paper-first = 桌上的还没填完，先交上去。
move-field-empty = “{ $field }”这一项还空着。
move-not-an-entry = “{ $field }”里没有“{ $entry }”可填。

## 窗口

form-hand-in = 交上去
form-say = 就这么答复
form-open = 还有 { $count } 项没填
form-write = “{ $label }”怎么填
form-read-over = 交之前再看一遍
form-read-over-text = 一项一项对着看。交上去就不能改了。
form-change = 再改改
form-so-far = 连起来：{ $sentence }
form-field-spoken = { $label }，已填：{ $words }
form-field-open = { $label }，还没填
sheet-should = 该写：{ $text }

## 排练和剧本

rehearse-entries = 表和答复里 { $of_entries } 种填法，用到 { $entries } 种。
rehearse-walk-entries = 表和答复：{ $entries }/{ $of_entries } 种填法都走到过。
script-entry = { $field }：{ $what }
script-entry-told = 说过“{ $what }”才对
script-entry-struck = 没说过才对
script-entry-right = 对
script-desk-ways = 没毛病 { $clean }，有毛病 { $faulty }
script-when-clean = { $number } 填得没毛病
script-when-wrote = { $number } 的“{ $field }”填了“{ $what }”

## 检查

CD0082 = 一张表要有 1 到 { $max } 项，这里有 { $number } 项
    .hint = 项太少就加，太多就分成两张表。
CD0083 = 这里要写 { $min } 到 { $max } 种内容，现在有 { $number } 种
    .hint = 表里每项至少写一种（程序会再给一个“空着，划掉”），答复的每一段至少两种。
CD0084 = 这一项的内容没有“{ $name }”这种说法
    .hint = 这一项能用的有：{ $known }。
CD0085 = “{ $name }”括号里写得不对
    .hint = 看看它要什么：事实编号、法条、天数还是日期。
CD0086 = “{ $name }”怎么填都是错的
    .hint = 给它一个对的：依据用 Article，去处用 Route，时间要在期限之内。
CD0087 = 这一项的写法和它的种类对不上
    .hint = 照种类写：kind 决定要写什么。
CD0088 = “{ $number }”不像身份证号
    .hint = 写十八位（老号十五位），出生日期要真有这一天；用编的号，末位故意写错。
CD0089 = “{ $node }”里没有“{ $name }”
    .hint = FormClean 和 Wrote 要写 Form 或 Compose 节点的编号，Wrote 还要写项和内容的编号。
CD0150 = { $paper } 里没有“{ $name }”这一栏
    .hint = 这份文书的栏目有：{ $known }。
CD0118 = “{ $field }”里写着“{ $name }”，可走到这里之前没有哪句话说过它
    .hint = 在前面哪句台词的 cues 里加 Fact("{ $name }")，或者换一个说法；本来就是陷阱，就写 allow。
CD0119 = 这个身份证号校验得过，说不定真有其人
    .hint = 换掉最后一位，让它校验不过。
CD0151 = { $paper } 少了必填的栏：{ $fields }
    .hint = 让学员填的，给那一栏写上 of: [{ $first }]；不用填的，印在纸上：printed: { "{" } { $printed } { "}" }。
hint-field-id-number = kind: IdNumber 只写 number: "……"，三种填法程序自己给。
hint-field-kinds = kind: Class 写 right: Suggestion、Accusation 或 Petition；kind: Urgency 写 right: Ordinary 或 Urgent；别的不用写。
hint-field-written-out = 这一类只写 entries；number 是 IdNumber 的，right 是 Class 和 Urgency 的，due 和 within 是 Time 的。
hint-due-or-within = due 和 within 只写一个。
hint-due-without-law = 情景那天还没有法规定这个期限，改用 within。
hint-of-and-kind = of 和 kind 对不上；有 of 就不用写 kind，程序知道怎么填。
hint-right-not-matter = right 和情景的 matter 对不上；matter 写了，right 就不用写。
hint-takes-signed = 写几个人签了名，0 到 99：Signed(2)。
hint-not-lapsed = 这一条在情景那天有效；管不着这件事的写 Unfit，管得着的写 Article。
hint-write-or-say = 表里用 write，答复里用 say。
hint-entry-is-a-name = 写一个名字，不加引号，比如 Known、Fact("hours")。
hint-takes-days = 写天数：{ $name }(15)。
hint-takes-remedy = 写天数，要评机关的再写找谁：{ $name }(30)，{ $name }(30, NextHigher)。
hint-three-headings = 三段三个题头，照 basis、path、time 的次序，一个不能多也不能少。
hint-takes-date = 写日期：{ $name }("2026-03-24")。
hint-not-a-desk-task = 这里要写 Form 或 Compose 节点的编号。

# 带一遍
guide-listen = 他在说话，先听着。这时候开口就是打断，所以能说的话收着；要打断按 X，这回先别按。
guide-note = 说完了。点一下他话里的词，就记进右边的本子；也可以在本子里点。先记一条。
guide-gesture = 最下面一排是手势，不用开口。按 E，给他倒杯水。
guide-choose = 轮到您了。按 1、2、3 挑一句回他：哪句接住了他的话？
guide-cut-in = 听他往下说。着急可以按空格跳到头，只是跳过的不算您听完的。
guide-desk = 右边是您的桌子：F1 到 F5 换记事本、手册、案卷、日历和往来。看一眼，再挑一句回他。
guide-last = 最后一句。想停下来就按 Esc，要换大字、深色在设置里。

# 示范
demo-watch = 示范：听他说。空格停一停，→ 往下走，Enter 听完这一句。
demo-next = 示范：接下来这一步是{ $what }
demo-held = 示范停住了，可以讨论。空格接着放，→ 走下一步。
