# 评分标准：每条叫什么、为什么、五档长什么样；每一分怎么说给人听

## 标准

criterion-heard-out = 听人说完
    .why = 话被掐断，人就得从头再说，嗓门只会更大。
    .anchor-1 = 没有一回让人把话说完
    .anchor-2 = 多半话没听完就插嘴
    .anchor-3 = 常抢话，听到的只有一半上下
    .anchor-4 = 多数听完才开口，间或抢半拍
    .anchor-5 = 回回等人说完才开口
criterion-mirror = 原词复述
    .why = 用对方自己的词说回去，对方才知道你真听见了；换个近义词，分量就变了。
    .anchor-1 = 心里的话一回也没接回去：换了词，或者当没听见
    .anchor-2 = 接住的少，多半换了词或者放过去
    .anchor-3 = 接住一半上下，有的用的是自己的词
    .anchor-4 = 多数能用原词接回去，间或换词或者漏掉
    .anchor-5 = 每一回都用原词接住
criterion-room = 让人倒完
    .why = 气要先倒出来；倒到一半被堵回去，只会更涨。
    .anchor-1 = 人正往外倒，一回也没容：不是拦住，就是没接
    .anchor-2 = 难得容人倒一倒，多半拦住或者没接
    .anchor-3 = 有的容、有的没容，或者只应了一声
    .anchor-4 = 多数肯等，能请人往下说
    .anchor-5 = 每一回都等人倒，或者请人往下说
criterion-facts = 事实入耳
    .why = 说过的事有人复述、有人记，对方就不必再说第三遍。
    .anchor-1 = 说过的事一件也没复述、没记准
    .anchor-2 = 复述、记下的少，多半放过去或者听岔
    .anchor-3 = 一半上下有复述、有记，或者应了一声没有核对
    .anchor-4 = 要紧的事多数复述过或者记下
    .anchor-5 = 说过的事件件复述过或者记下
criterion-summary = 归纳核对
    .why = 收成一两条请对方点头，后面办的才是同一件事。
    .anchor-1 = 该归纳核对，一回也没做
    .anchor-2 = 多数来访没有归纳核对
    .anchor-3 = 有的来访归纳核对了，有的没有
    .anchor-4 = 多数来访归纳或者核对过
    .anchor-5 = 每次来访都归纳或者核对过
criterion-open-ear = 不急着下判断
    .why = 没听完就断、就驳、就审，后面的话人家不会再讲。
    .anchor-1 = 没有一回收得住：急着断、急着驳、急着出主意，或者心思不在
    .anchor-2 = 收住的少，多半急着断、急着驳、急着出主意
    .anchor-3 = 收住一半上下
    .anchor-4 = 多数收得住，先问、先看、先听
    .anchor-5 = 每一回都收得住，先问、先看、先听
criterion-interest = 听出在意的事
    .why = 嘴上争的不一定是心里要的，露头的那一刻没接住，多半不会再露。
    .anchor-1 = 在意的事露了头，一回也没接住
    .anchor-2 = 露头的时候多半放过去
    .anchor-3 = 接住一半上下，或者觉出来了没问到点上
    .anchor-4 = 多数接得住
    .anchor-5 = 每一回都接住了，说到了点上

criterion-feeling-met = 接住情绪
    .why = 情绪有人认，才降得下来；说“别激动”是往回堵。
    .anchor-1 = 情绪一回也没接住：顶回去，或者绕过去
    .anchor-2 = 接住的少，多半顶回去或者绕过去
    .anchor-3 = 接住一半上下，或者泛泛说声“理解”
    .anchor-4 = 多数认得出、接得住
    .anchor-5 = 每一回都认得出、接得住
criterion-emotion-first = 先情后事
    .why = 气头上听不进道理，先把情绪接住，同一句政策才听得进去。
    .anchor-1 = 一谈事，次次越过了情绪
    .anchor-2 = 多半情绪没接就谈事
    .anchor-3 = 先后参半，或者谈事时人还没缓下来
    .anchor-4 = 多数先接情绪再谈事
    .anchor-5 = 每一回都先接情绪再谈事
criterion-respect = 话里有尊重
    .why = 贬人、怪人、贴标签，伤的是脸面，事就更难谈了。
    .anchor-1 = 分寸一回也没守住：训、怪、贬，或者叫人别往心里去
    .anchor-2 = 守住的少，常有训人、怪人、贬人的话
    .anchor-3 = 守住一半上下
    .anchor-4 = 多数守得住分寸
    .anchor-5 = 每一回都守得住分寸
criterion-choice = 给人选择
    .why = 能自己选一样，人就不觉得被摆布。
    .anchor-1 = 一回也没给人选：替人定、逼人定，或者没问就出主意
    .anchor-2 = 给人选的少，多半替人定
    .anchor-3 = 有时给选、有时替人定，或者只说了声“咱们”
    .anchor-4 = 多数给得出选择，或者先问愿不愿意
    .anchor-5 = 每一回都给了选择，或者先问愿不愿意
criterion-deflected = 认领被推的苦
    .why = 被推过几回的人，最怕你是下一个推的。
    .anchor-1 = 被推过的苦一回也没认：再推，或者当没听见
    .anchor-2 = 认的少，多半再推或者放过去
    .anchor-3 = 认一半上下，或者同情一句、没问经过
    .anchor-4 = 多数认了这份苦，或者把事接了过来
    .anchor-5 = 每一回都认了这份苦，或者把事接了过来
criterion-privacy = 打消顾虑
    .why = 怕传出去、怕挨整的人，先放了心才敢说真话。
    .anchor-1 = 担心一回也没打消：追着要，或者当没听见
    .anchor-2 = 打消的少，多半追着要或者放过去
    .anchor-3 = 打消一半上下，或者安慰了、没说怎么保密
    .anchor-4 = 多数说清了谁能看到，或者遮住、换到安静处
    .anchor-5 = 每一回都说清了谁能看到，或者遮住、换到安静处
criterion-welcome = 迎坐让水
    .why = 一把椅子一杯水，人先落了座，气也跟着落一点。
    .anchor-1 = 该迎坐让水，一回也没做到
    .anchor-2 = 多数来访没做到
    .anchor-3 = 有的来访做到，有的没有
    .anchor-4 = 多数来访迎了、让了或者照应了
    .anchor-5 = 每次来访都迎了、让了或者照应了
criterion-not-left-alone = 痛处不冷场
    .why = 刚说完最难受的话，对面半天没声，人会后悔说了。
    .anchor-1 = 说到痛处，回回把人晾着
    .anchor-2 = 多半把人晾着
    .anchor-3 = 有时接得上，有时晾着
    .anchor-4 = 多数及时接上
    .anchor-5 = 每一回都及时接上

criterion-own-it = 不推不躲
    .why = 不归你办也得说出归谁办；“没办法”三个字，就是把人推去下一家。
    .anchor-1 = 没有一回揽得住：推给别处、推给上面，或者说没办法
    .anchor-2 = 揽得住的少，多半推出去或者说没办法
    .anchor-3 = 一半上下揽得住，或者说了人没听进去
    .anchor-4 = 多数说得清谁管，或者自己接着办
    .anchor-5 = 每一回都说得清谁管，或者自己接着办
criterion-speaks-up = 该开口时开口
    .why = 屋里有人吓唬人、说漏隐私、开私下的条件，你不吭声，在对方看来就是认了。
    .anchor-1 = 该拦的一回也没拦
    .anchor-2 = 该拦的多半没拦
    .anchor-3 = 拦了一半上下，或者没把话说到底
    .anchor-4 = 多数当场拦了
    .anchor-5 = 每一回都当场说这样不行，或者讲明人家的权利
criterion-first-words = 头几句话
    .why = 头一百个字定调：先说缘由再提要求，先接人家的话再拿自己的表。
    .anchor-1 = 头几句次次先提要求，没先接话、没先说缘由
    .anchor-2 = 多数来访开头就提要求
    .anchor-3 = 有的开头接了话、说了缘由，有的没有，或者次序反了
    .anchor-4 = 多数来访先接话，或者先说缘由
    .anchor-5 = 每次来访都先接话，或者先说缘由
criterion-basis = 依据说得准
    .why = 哪部法、第几条，说准了才压得住疑心；“有关规定”等于没说。
    .anchor-1 = 没有一回说得准：拿法压人，或者只说“有关规定”
    .anchor-2 = 说准的少，多半含糊或者压人
    .anchor-3 = 准的、不准的各半，或者没说到点上
    .anchor-4 = 多数说得出哪部法、哪一条
    .anchor-5 = 每一回都说得出哪部法、哪一条
criterion-path = 路说得清
    .why = 人可以等，怕的是不知道在等什么。
    .anchor-1 = 该说怎么走，一回也没说成
    .anchor-2 = 多数来访没说清怎么走
    .anchor-3 = 有的来访说清了，有的没有，或者说了人没听进去
    .anchor-4 = 多数来访说清了谁办，或者怎么办
    .anchor-5 = 每次来访都说清了谁办，或者怎么办
criterion-date = 给个日子
    .why = 有个日子，等就有个头；“尽快”没人信。
    .anchor-1 = 该给日子，一回也没给成
    .anchor-2 = 多数来访没给出站得住的日子
    .anchor-3 = 有的来访给了日子，有的没有，或者给了人没听进去
    .anchor-4 = 多数来访给了日子
    .anchor-5 = 每次来访都给了日子
criterion-honest = 不乱许愿
    .why = 许大了今天高兴，到日子落空，比一开始就拒绝还伤人。
    .anchor-1 = 没有一回守得住：打包票，或者给含糊的盼头
    .anchor-2 = 守住的少，多半许大了或者说得含糊
    .anchor-3 = 守住一半上下，或者说了人没听进去
    .anchor-4 = 多数不乱许，说的是做得到的事
    .anchor-5 = 每一回都不乱许，说的是做得到的事
criterion-answer = 有问有答
    .why = 人家问到跟前，能答的当场答，答不了的说什么时候答。
    .anchor-1 = 问到跟前，一回也没答上
    .anchor-2 = 答上的少，多半岔开、搪塞或者没接
    .anchor-3 = 答一半上下，或者只是反问、复述
    .anchor-4 = 多数正面答了
    .anchor-5 = 每一问都正面答了
criterion-record = 登记在册
    .why = 不登记，这趟就等于没来过；查不到，也催不了。
    .anchor-1 = 该登记，没有登记
    .anchor-2 = 多半没有登记
    .anchor-3 = 登记了一部分
    .anchor-4 = 多数登记了
    .anchor-5 = 登记在册
criterion-paper = 书面告知
    .why = 白纸黑字拿在手里，下一个窗口才认。
    .anchor-1 = 该给的书面，一张也没给到手里
    .anchor-2 = 该给的书面多半没给
    .anchor-3 = 给了一部分
    .anchor-4 = 该给的书面多数给到了手里
    .anchor-5 = 该给的书面给到了手里
criterion-kept-word = 说到做到
    .why = 一次失信，前面的好话全不算数。
    .anchor-1 = 答应的事一件也没按时办到
    .anchor-2 = 多半没按时办到
    .anchor-3 = 有的办到，有的没有
    .anchor-4 = 多数按时办到
    .anchor-5 = 件件按时办到
criterion-neutral = 不偏不倚
    .why = 偏了一头，另一头就不再跟你谈。
    .anchor-1 = 要人站队时，一回也没稳住：偏了，或者没接
    .anchor-2 = 稳住的少，多半偏了或者没接
    .anchor-3 = 稳住一半上下，或者没偏、也没说明
    .anchor-4 = 多数说明两边都要听，或者去核实
    .anchor-5 = 每一回都说明两边都要听，或者去核实
criterion-agreement = 自愿又写实
    .why = 调解靠自愿，协议靠写清；逼签的、含糊的，出门就翻。
    .anchor-1 = 没有一回做到：逼签、含糊，或者偏了一头
    .anchor-2 = 做到的少，多半逼签、含糊或者偏了一头
    .anchor-3 = 做到一半上下，或者只提了方案
    .anchor-4 = 多数守住自愿，或者写明谁做什么
    .anchor-5 = 每一回都守住自愿，或者写明谁做什么
criterion-danger = 先保安全
    .why = 出了险情，事情放一放，人先保住。
    .anchor-1 = 险情一回也没处置住：没管，或者反倒激了火
    .anchor-2 = 处置的少，多半没管或者激了火
    .anchor-3 = 处置一半上下，或者只劝了一句
    .anchor-4 = 多数叫了人、稳了场或者问清了
    .anchor-5 = 每一回都叫了人、稳了场或者问清了
criterion-ladder = 一步一步来
    .why = 劝阻、教育、报警，一步有一步的时候：抢了是吓人，拖了是误事。
    .anchor-1 = 没有一步走在点上：抢了，或者该动没动
    .anchor-2 = 走对的少，多半抢了或者该动没动
    .anchor-3 = 走对一半上下
    .anchor-4 = 多数走在点上
    .anchor-5 = 步步走在点上
criterion-representatives = 请大家推代表
    .why = 人多嘴杂，谁也听不全；请大家自己推人来讲，里外都踏实。
    .anchor-1 = 该请大家推代表，没有请
    .anchor-2 = 多半没有请
    .anchor-3 = 请了，没请周全
    .anchor-4 = 多数请了
    .anchor-5 = 请大家推了代表
criterion-steps = 一步一步按规矩走
    .why = 这件事走到哪儿、几号以前该谁做什么，条例写着；走错一步，人家就多跑一趟、多等一程。
    .anchor-1 = 没有一步走对：走不通的硬走，或者放过了期
    .anchor-2 = 走对的少，多半迟了或者走错
    .anchor-3 = 对一半上下，或者办了、迟了
    .anchor-4 = 多数走对，也有迟的或者错的
    .anchor-5 = 步步走对，都在期限以内
criterion-minimal = 只收该收的
    .why = 多要一样，人家就多一分担心，你就多一分泄露的责任。
    .anchor-1 = 没有一回收得住：多要了，或者说出去了
    .anchor-2 = 收住的少，多半多要了或者说出去了
    .anchor-3 = 收住一半上下
    .anchor-4 = 多数收得住
    .anchor-5 = 每一回都遮住了，或者说清了谁能看到

criterion-bears-abuse = 受得住骂
    .why = 火多半不是冲你来的，顶回去，就真成了冲你的。
    .anchor-1 = 一回也没受住：顶回去，或者没接
    .anchor-2 = 受住的少，多半顶回去或者没接
    .anchor-3 = 受住一半上下，或者只是忍着
    .anchor-4 = 多数不接火
    .anchor-5 = 每一回都不接火
criterion-patience = 不显厌烦
    .why = 一丝不耐烦，对方立刻看得出来。
    .anchor-1 = 没有一回耐得住
    .anchor-2 = 耐住的少
    .anchor-3 = 耐住一半上下
    .anchor-4 = 多数耐得住
    .anchor-5 = 每一回都耐得住
criterion-police-too-soon = 不轻易报警
    .why = 没到那一步就喊警察，是把来说事的人当成来闹事的。
    .anchor-1 = 次次叫早了
    .anchor-2 = 多半叫早了
    .anchor-3 = 有时先劝，有时叫早了
    .anchor-4 = 多数先劝再看
    .anchor-5 = 每一回都先劝再看

## 一票压分的错

critical-threat = 威胁恐吓
    .why = 不管话说得多客气，吓唬来访人就是越线，整场的分封顶。
critical-retaliation = 打击报复
    .why = 条例明令禁止，发现要追责，整场的分封顶。
critical-suppression = 拦阻压访
    .why = 反映问题是人家的权利，劝退、拦人、带回都算违规，整场的分封顶。
critical-leak = 泄露信息
    .why = 反映的内容和身份到了不该知道的人手里，收不回来，整场的分封顶。
critical-illegal-promise = 违规许诺
    .why = 没有的权许出去，眼前稳住了，回头要拿更大的信用去还，整场的分封顶。
critical-gift = 收受财物
    .why = 东西一收，公道就说不清了，整场的分封顶。
critical-ignored-risk = 放过险情
    .why = 出了险情先保人，放过一次就可能没有下一次，整场的分封顶。

## 来访人给的信号

seen-feeling = {$who}说“{$word}”
seen-fact = {$who}讲到“{$word}”
seen-deflected = {$who}说已经被推了{$times}回
seen-question = {$who}直接问到你跟前
seen-test = {$who}试探你说话算不算数
seen-interest = {$who}露出了心里真正在意的事
seen-privacy = {$who}担心说出来对自己不利
seen-rambling = {$who}话绕来绕去，还没说完
seen-papers = {$who}把材料递了过来
seen-vulnerable = {$who}身上有难处
seen-insult = {$who}冲你说了难听话
seen-take-sides = {$who}要你站到自己这边
seen-vent = {$who}一肚子的气正往外倒
seen-careless = {$who}让同事一句话伤着了
seen-weapon = {$who}身上像是带了凶器
seen-self-harm = {$who}话里有不想活的意思
seen-collapse = {$who}人快撑不住了
seen-violence = {$who}眼看要动手
seen-infection = {$who}像是得了传染病
seen-gathering = {$who}这边围堵了起来
seen-staying = {$who}不肯走、在大厅里闹
seen-inciting = {$who}在撺掇别人
seen-disorder = {$who}扰乱了秩序
seen-threat-made = 有人当面吓唬人
seen-secret-told = 有人把人家的事说了出去
seen-deal-offered = 有人开出不合规矩的条件

## 每一分怎么说

explain-sentence = {$what}{$why}
explain-quoted = “{$text}”
explain-the-visitor = 对方
explain-a-gesture = 一个动作
explain-say = 说
explain-choose = 选
explain-why-mirror = { $pick ->
    [0] {$word}是对方自己的词，你一字没换，一听就知道听进去了。
    [1] 同样是{$word}，还回去分量不差，对方就知道没白说。
   *[2] 没有改成别的词，还是{$word}，人就肯接着往下讲。
}

explain-why-too-early = { $pick ->
    [0] 条文没引错，是早了：人还在气头上，听着像拿法压人。
    [1] 引得准也要看时候，气没下来，法条到不了耳朵里。
   *[2] 同一条，等人缓过来再说就是帮忙，这会儿说是挡箭牌。
}
explain-did-hit = { $pick ->
    [0] 你{$say}{$said}，做到了{$act}。
    [1] {$said}，这一句就是{$act}。
   *[2] 这一轮你做的是{$act}：{$said}。
}
explain-did-partial = { $pick ->
    [0] 你{$say}{$said}，{$act}只能算一半。
    [1] {$said}，沾了{$act}的边，没做全。
   *[2] {$said}里有对的，也有{$act}，两下抵了一半。
}
explain-did-miss = { $pick ->
    [0] 你{$say}{$said}，这是{$act}。
    [1] {$said}，听在{$who}耳朵里就是{$act}。
   *[2] 这一轮毛病出在{$act}：{$said}。
}
explain-gesture-did = { $pick ->
    [0] 你做了{$act}。
    [1] 话没说，你先{$act}。
   *[2] 这一下{$act}做得是时候。
}
explain-gesture-answered = { $pick ->
    [0] {$cue}，你用{$act}回应。
    [1] {$cue}，你没说话，{$act}。
   *[2] {$cue}，你做了{$act}。
}
explain-answered-hit = { $pick ->
    [0] {$cue}，你回了{$said}，接住了。
    [1] {$cue}，你没放过，接着{$say}{$said}。
   *[2] {$cue}，你用{$said}把话接上了。
}
explain-answered-partial = { $pick ->
    [0] {$cue}，你回了{$said}，接住一半。
    [1] {$cue}，你{$say}{$said}，有回应，还差一步。
   *[2] {$cue}，{$said}算是应了，没应到点上。
}
explain-answered-miss = { $pick ->
    [0] {$cue}，你却回了{$said}，这是{$act}。
    [1] {$cue}，等来的是{$said}，成了{$act}。
   *[2] {$cue}，你一句{$said}，落到{$act}上去了。
}
explain-noted = { $pick ->
    [0] {$cue}，你记进了本子。
    [1] {$cue}，你当面落了笔。
   *[2] {$cue}，本子上有了这一笔。
}
explain-unanswered = { $pick ->
    [0] {$cue}，你{$say}的是{$said}，这句话没人接。
    [1] {$cue}，你只顾着{$say}{$said}，话就这么过去了。
   *[2] {$cue}，等了等，只等来{$said}。
}
explain-never-said = { $pick ->
    [0] {$who}没说过{$word}，你当成原话还了回去：{$said}。
    [1] {$word}是你的词，不是{$who}的：{$said}。
   *[2] 你{$say}{$said}，可{$word}这个词，{$who}从没说过。
}
explain-heard = { $pick ->
    [0] {$who}说完了，你才{$say}{$said}，话没断在半截。
    [1] 你等{$who}把话说完，再开口：{$said}。
   *[2] {$who}说到头了，你才接{$said}，不用人家抢着讲。
}
explain-cut-off-partial = { $pick ->
    [0] {$who}只剩{$percent}%没说，你抢了半拍：{$said}。
    [1] 话到末尾还差{$percent}%，你就接了{$said}。
   *[2] 你{$say}{$said}的时候，{$who}还有{$percent}%没落音。
}
explain-cut-off-miss = { $pick ->
    [0] {$who}还有{$percent}%没说，你就插了{$said}。
    [1] 话说到一半，还剩{$percent}%，被你一句{$said}打断。
   *[2] 你{$say}{$said}，{$who}那{$percent}%就咽回去了。
}
explain-silent-hit = { $pick ->
    [0] {$who}说完痛处，你没让人干等：{$said}。
    [1] 痛处刚说完，你{$seconds}秒就接上了{$said}。
   *[2] 说到难受的地方，你及时应了{$said}。
}
explain-silent-miss = { $pick ->
    [0] {$who}说完痛处，你{$seconds}秒没出声，才{$say}{$said}。
    [1] 难受的话说完，冷了{$seconds}秒，等来{$said}。
   *[2] 你隔了{$seconds}秒才{$say}{$said}，{$who}一直在等。
}
explain-not-taken-in = { $pick ->
    [0] {$said}，可{$who}正在气头上，{$act}听不进去，只算一半。
    [1] {$act}说早了：{$said}，{$who}这会儿装不下。
   *[2] 时候不对：{$said}，{$who}没听进去，只算一半。
}
explain-out-of-place = { $pick ->
    [0] {$bearing}，这时候{$act}，不算应了人家的话。
    [1] {$act}不是这会儿的事：{$bearing}。
   *[2] {$bearing}，却等来一个{$act}，话还是没人接。
}
# 动作为什么不是时候
bearing-shouting = 人家正冲着这边嚷
bearing-in-tears = 人家正掉眼泪
bearing-frightened = 人家正害怕
bearing-armed = 眼前的危险还没人管
bearing-asking = 人家在等一句回答
bearing-spoken-to = 话早就谈开了
bearing-not-in-tears = 人家没有掉眼泪
bearing-fuss = 一个动作接一个动作，成了瞎张罗
explain-in-order = { $pick ->
    [0] 先{$other}，再{$act}，次序对了：{$said}。
    [1] {$other}在前，才轮到{$act}：{$said}。
   *[2] 你先做了{$other}，这时候{$say}{$said}，{$who}听得进。
}
explain-in-order-wrong = { $pick ->
    [0] 情绪这一步没有越过去，先有了{$other}：{$said}。
    [1] {$other}在前头，人先有个缓：{$said}。
   *[2] 先{$other}，这一步没省：{$said}。后面的话另评。
}
explain-out-of-order-partial = { $pick ->
    [0] 一句话里先{$act}、后{$other}，次序反了：{$said}。
    [1] {$said}，{$other}有了，可惜排在{$act}后头。
   *[2] 两样都说了，先后颠倒：{$said}，该先{$other}。
}
explain-out-of-order-miss = { $pick ->
    [0] {$who}的情绪还没人接，你先{$say}了{$said}。该先{$other}，再{$act}。
    [1] 情绪还悬着，你就谈事：{$said}。{$act}晚一步不迟，先{$other}。
   *[2] 你一上来就是{$act}：{$said}，{$who}的心情被越过去了，少了{$other}。
}
explain-out-of-order-wrong = { $pick ->
    [0] {$who}的情绪还没人接，你先{$say}了{$said}。这时候该做的是{$other}。
    [1] 情绪还悬着，你就来了一句{$said}。先{$other}，后面才谈得下去。
   *[2] 你一上来就是{$act}：{$said}，{$who}的心情被越过去了，少了{$other}。
}
explain-never-did = { $pick ->
    [0] {$act}这一步，机会到过手边，到最后也没做。
    [1] 那一轮本可以{$act}，你{$say}了{$said}，后来也没补上。
   *[2] 直到人走，{$act}都没有做；当时你{$say}的是{$said}。
}
explain-ladder-did = { $pick ->
    [0] 你{$say}{$said}。{$ladder}
    [1] {$said}——{$ladder}
   *[2] 这一轮你{$say}的是{$said}。{$ladder}
}
explain-ladder-left = { $pick ->
    [0] {$ladder}手段就在手边，你{$say}的是{$said}，之后也没动。
    [1] 你{$say}了{$said}，再没有下一步。{$ladder}
   *[2] 从{$said}那一轮起，该做的一直没做。{$ladder}
}
explain-representatives-hit = { $pick ->
    [0] 来了 {$people} 位，你{$say}{$said}，请大家推代表，最多 {$most} 位（{$article}）。
    [1] {$said}：{$people} 个人一件事，推出来讲的最多 {$most} 位（{$article}）。
   *[2] {$people} 位一起来，代表最多 {$most} 位（{$article}），你{$say}{$said}，做到了。
}
explain-representatives-partial = 来了 {$people} 位，代表最多 {$most} 位（{$article}）。
explain-representatives-miss = { $pick ->
    [0] 来了 {$people} 位，能推的代表最多 {$most} 位（{$article}），你{$say}的是{$said}，到了也没请大家推。
    [1] {$people} 个人一件事，该请大家推代表，最多 {$most} 位（{$article}）；你{$say}了{$said}，后来也没提。
   *[2] 你{$say}{$said}的时候，面前站着 {$people} 位；代表最多 {$most} 位（{$article}），一直没请大家推。
}
explain-step-done = { $pick ->
    [0] {$day}，{$step}：事情走到这儿，正该这一步（{$article}）。
    [1] {$step}，你{$day}就办了，次序不错（{$article}）。
   *[2] 轮到{$step}，{$day}办的，没有绕路（{$article}）。
}
explain-step-in-time = { $pick ->
    [0] {$step}最迟{$due}，{$day}办了，没误（{$article}）。
    [1] 期限到{$due}，{$day}就{$step}，赶在前头（{$article}）。
   *[2] {$day}，{$step}；离{$due}到期还有日子（{$article}）。
}
explain-step-moved = { $pick ->
    [0] {$step}数到{$due}为止，那天休息，{$day}才办：能顺延才不算迟，顺延没有核实到依据（{$article}）。
    [1] {$due}到期、碰上休息日，{$day}才{$step}；顺不顺延说不准，早一天就没这个话（{$article}）。
   *[2] {$step}拖到了{$day}：{$due}是休息日，只有顺延才算按时（{$article}）。
}
explain-step-late = { $pick ->
    [0] {$step}{$due}到期，{$day}才办，迟了 {$days} 天。迟了也得办，可是该在{$due}以前（{$article}）。
    [1] {$day}才{$step}：期限是{$due}，晚了 {$days} 天（{$article}）。
   *[2] {$step}最迟{$due}，拖到{$day}，超了 {$days} 天；欠着的办了，迟是迟了（{$article}）。
}
explain-step-refused = { $pick ->
    [0] 你{$say}了{$said}。{$refusal}{$instead}
    [1] {$said}这一步走不通：{$refusal}{$instead}
   *[2] 这一轮你{$say}的是{$said}，可是{$refusal}{$instead}
}
explain-step-instead = 这时候能走的是{$steps}。
explain-step-ran-out = { $pick ->
    [0] {$step}{$due}到期，到日子还没办；你{$say}{$said}那一轮，本来办得成（{$article}）。
    [1] {$due}以前该{$step}，你{$say}了{$said}，到日子还是没办（{$article}）。
   *[2] 手边就能{$step}，你{$say}的是{$said}；到了{$due}，期限过了（{$article}）。
}
explain-critical-step = { $pick ->
    [0] 你{$say}了{$said}，这就是{$step}，谁都不许。
    [1] {$said}：{$step}，一步也走不得。
   *[2] {$step}出在这一步：{$said}。
}
explain-wrong-by = {$who}这是{$act}
explain-wrong-told = 话里有人{$act}
explain-spoke-up-hit = { $pick ->
    [0] {$wrong}，你当场接了过来：{$said}。
    [1] {$wrong}，你没让它过去：{$said}。
   *[2] {$wrong}，叫你这一句挡了回去：{$said}。
}
explain-spoke-up-partial = { $pick ->
    [0] {$wrong}，你{$say}了{$said}，只挡了一半，没说这样不行。
    [1] {$wrong}，{$said}算是应了，可话没说透。
   *[2] {$wrong}，{$said}没有顺着走，也没有拦。
}
explain-let-stand = { $pick ->
    [0] {$wrong}，你{$say}的是{$said}，等于让它过去了。
    [1] {$wrong}，该开口的时候，等来的是{$said}。
   *[2] {$wrong}，你一个字没提，{$said}听着就像认了。
}
explain-critical-let-stand = { $pick ->
    [0] {$wrong}，你{$say}的是{$said}，没有拦，就是你这个窗口认了。
    [1] {$wrong}，当时有话可说，你给的是{$said}。
   *[2] {$wrong}，你放了过去：{$said}。
}
explain-opened-order = { $pick ->
    [0] 头几句就{$say}{$said}，没说为什么，先下了命令。
    [1] {$said}，一开口是命令，缘由没有讲。
   *[2] 人刚坐下，听到的是{$said}：先有命令，没有缘由。
}
explain-opened-form = { $pick ->
    [0] 头几句就{$say}{$said}，人家的话还没接，先拿出了自己的表。
    [1] {$said}，对方的话没接住，先办起了手续。
   *[2] 人刚开口，等来{$said}：先是窗口要的，后才是人家说的。
}
explain-opened-well = { $pick ->
    [0] 头几句是{$said}，开头就接上了话。
    [1] {$said}，开口先让人听见缘由或自己的话。
   *[2] 一开口是{$said}，没有命令，也没有先递表。
}
explain-promise-kept = { $pick ->
    [0] 你许的{$promise}，按时办了。
    [1] {$promise}，到日子兑现了。
   *[2] 说好的{$promise}，没有落空。
}
explain-promise-broken = { $pick ->
    [0] 你许的{$promise}，到日子没有兑现。
    [1] {$promise}，说了没做。
   *[2] 说好的{$promise}落了空。
}
explain-critical-did = { $pick ->
    [0] 你{$say}了{$said}，这是{$act}。
    [1] {$said}，这一句就是{$act}。
   *[2] {$act}，出在这一句：{$said}。
}
explain-critical-ignored = { $pick ->
    [0] 险情摆在面前，你{$say}的是{$said}，没有处置。
    [1] 出了险情，你还在{$say}{$said}。
   *[2] 险情没人管，等来的是{$said}。
}
explain-again = 第{$turn}轮又是一样：{$what}
explain-again-for = 第{$turn}轮，“{$criterion}”这一条也是：{$what}
explain-and = 和

## 出处

source-D03 = 答复引到条款
source-D06 = 书面答复
source-D08 = 告知单、转送单
source-E01 = 先情绪后问题
source-E02 = 倾听、共情、回应
source-E03 = 说出情绪
source-E04 = 换作我也急
source-E06 = 不否定情绪
source-E07 = 可控选择
source-E08 = 说“我们一起”
source-E09 = 不用指责的词
source-E11 = 开头几句定调
source-E12 = 先让情绪出来
source-E13 = 温水、纸巾、安静房间
source-E15 = 立场背后的利益
source-E17 = 火气多半不冲着你
source-E18 = 屡被推诿会“溢出”
source-E22 = 诚心、耐心、爱心
source-E23 = 尊重信访人
source-E24 = 受骂不还口
source-F02 = 告知其他救济途径
source-F10 = 认错补救
source-F11 = 件件有着落
source-H02 = 当即答复
source-H12 = 内部先统一口径
source-H13 = 同样的事同样答
source-H14 = 答复不差样
source-H15 = 有理无理分清
source-H18 = 说清程度和途径
source-L05 = 认真记录
source-L06 = 复述确认
source-L07 = 原词复述
source-L08 = 引导补充细节
source-L09 = 不打断
source-L10 = 不预判
source-L11 = 不急于反驳
source-L12 = 不随意训斥
source-L13 = 听出没说的需要
source-L14 = 先阅材料
source-L17 = 及时反馈
source-L18 = 归纳准确
source-L19 = 让人倾吐
source-M01 = 利益需求分析
source-M02 = 中立调解
source-M05 = 书面协议
source-M07 = 几个方案由人选
source-N01 = 起身迎送、让座倒茶
source-N06 = 照顾老弱病残
source-N07 = 不受馈赠
source-P01 = 人人登记
source-P02 = 登记要素
source-P07 = 甄别诉访
source-P11 = 检举怎么走
source-P12 = 建议要回音
source-P14 = 首办到底
source-P15 = 分级归口
source-P05 = 录入可查
source-P10 = 告知该找谁
source-P13 = 首接负责
source-P20 = 信访是权利
source-P22 = 讲明职能程序
source-P23 = 不推诿拖延
source-R03 = 信息泄露
source-R05 = 最小采集
source-R06 = 脱敏
source-R10 = 保密
source-R11 = 识别险情
source-S01 = 稳住自己
source-S03 = 管住情绪
source-S05 = 宁可受点委屈
source-S06 = 不从众
source-S07 = 不厌烦、不冷漠
source-V03 = 推选代表
source-X11 = 预先约好的集体访
source-V08 = 先教育，必要时才报警
source-W01 = 忌“上面定的”
source-W02 = 忌“找谁也没用”
source-W03 = 忌“绝对不可能”
source-W04 = 忌“我也没办法”
source-W05 = 忌“不归我办”
source-W06 = 忌“你必须”
source-W07 = 忌“别激动”
source-W08 = 忌换近义词
source-W09 = 忌“根据有关规定”
source-W10 = 忌“还要怎么着”
source-W11 = 忌“只有某领导能定”
source-W12 = 忌贴标签
source-W13 = 忌训人、冷脸
source-W14 = 忌法条轰炸、以法压人
source-W15 = 忌轻许诺
source-W17 = 依据、路径、时间
source-W18 = 告知程序和时间
source-X01 = 先劝阻再报警
source-X02 = 凶器险情
source-X05 = 侮辱、殴打工作人员
source-X07 = 突发疾病
source-X08 = 疑似传染病
source-Y03 = 有顾虑的来访人

## 评分标准文件写错时

rubric-error-syntax = 评分标准第{$line}行第{$column}列写错了：{$problem}。
rubric-error-act-meant = 评分标准“{$criterion}”里的“{$act}”不在言行目录里，是不是“{$meant}”？
rubric-error-act = 评分标准“{$criterion}”里的“{$act}”不在言行目录里。请对照 assets/acts.ron 改。
rubric-error-switch = 评分标准“{$criterion}”用到开关“{$switch}”，文件开头的 switches 里没有设。请补上 true 或 false。
rubric-error-bad-act = 评分标准“{$criterion}”里的“{$found}”看不懂。请写成 "Act"、"Act if 开关" 或 "Act unless 开关"。
rubric-error-duplicate = 有两条评分标准都叫“{$criterion}”。请改掉一个。
rubric-error-empty = 评分标准“{$criterion}”没列言行或信号，永远评不到。请补上或删掉。
rubric-error-range = 评分标准里 {$what} 是 {$value}，应在 {$range} 之间。
rubric-error-too-many = 评分标准太多：{$found} 条，最多 {$most} 条。
rubric-error-language = 评分标准“{$criterion}”里写了“{$language}”的名称；只认 zh-CN 和 en。
