## 诉求和定论

ruling-grant = 支持
ruling-part = 支持站得住的那部分
ruling-refuse = 不予支持
ruling-open = 先核实，不急着定
ruling-close = 就此关门，不再受理
ruling-vague = 说得含糊，没定
holds-yes = 站得住
holds-partly = 一部分站得住
holds-no = 站不住
holds-open = 还没定论
claim-fact = “{ $fact }”
answers-day = { $year }年{ $day }
answers-one = { $day }{ $who }答“{ $said }”

cue-two-answers = 前后答复打架
seen-two-answers = { $known ->
    [yes] {$who}说前后答复打架（{$answers}；其实是{$truth}）
   *[no] {$who}说前后答复打架
}

explain-decided-right = { $pick ->
    [0] {$asks}，你定的是{$ruling}，和事实、条文对得上（{$grounds}）。
    [1] {$said}，{$asks}这一项{$ruling}，定得对（{$grounds}）。
   *[2] {$asks}该{$right}，你就{$ruling}，站得住（{$grounds}）。
}
explain-decided-refused-supported = {$said}把{$asks}驳了，可是这一项站得住（{$grounds}），该{$right}。
explain-decided-granted-unsupported = {$said}把{$asks}应下了，可是这一项站不住（{$grounds}），该{$right}。
explain-decided-granted-too-much = {$said}把{$asks}全应了，可是只有一部分站得住（{$grounds}），该{$right}。
explain-decided-granted-too-little = {$said}只应了{$asks}的一部分，可是全都站得住（{$grounds}），该{$right}。
explain-decided-sealed-open = {$said}把{$asks}的门关死了，可是路还没走完（{$grounds}），该{$right}。
explain-decided-decides-nothing = {$said}，听完不知道{$asks}到底定没定，该明说{$right}（{$grounds}）。
explain-decided-put-off = {$said}又把{$asks}往后拖，可是该清楚的都清楚了（{$grounds}），该{$right}。
explain-decided-unproven = {$said}对{$asks}定的是{$ruling}，碰对了：凭据（{$grounds}）这时候还没问齐，该{$right}。
explain-decided-claim-left-out = {$asks}等着一个说法，{$said}却没有定它，该{$right}（{$grounds}）。
explain-decided-no-way-out = {$asks}{$ruling}没有错（{$grounds}），可是{$said}没告诉人家不服怎么办{ $known ->
    [yes] ：{$way}
   *[no] {""}
}。
explain-led-astray = 这上头定着诉求，{$field}却是{$said}（{$fault}），人家照着走就走丢了{ $known ->
    [yes] ，该是{$right}
   *[no] {""}
}。

desk-fault-refused-supported = 该支持的驳了
    .why = 有理的驳回去，人家只能一层一层往上跑，错的是我们。
desk-fault-granted-unsupported = 站不住的应了
    .why = 没有依据的应下来，到时候兑现不了，对别家也不公道。
desk-fault-granted-too-much = 只有一部分站得住，全应了
    .why = 多应的那一截，早晚要收回来，收回来比不给还伤人。
desk-fault-granted-too-little = 全都站得住，只应了一部分
    .why = 少给的那一截，也是人家该得的。
desk-fault-sealed-open = 还没走完的路，给关死了
    .why = 能申请复查的，谁也不能替人家把门关上。
desk-fault-decides-nothing = 看不出定了什么
    .why = 一张纸念完还不知道支不支持，等于没有答复。
desk-fault-put-off = 事实清楚了，还往后拖
    .why = 查清了就该给话，拖一天，人家多熬一天。
desk-fault-unproven = 凭据没问齐就定了
    .why = 碰对一回，下回就碰错；先把凭据问齐，再落笔。
desk-fault-claim-left-out = 该定的没定
    .why = 提了几项就答几项，漏掉的那项会再跑一趟。
desk-fault-no-way-out = 没说不服怎么办
    .why = 不支持也要指条路：找谁、几天以内，这是人家的权利。

explain-wrote-refused-supported = {$field}写了{$said}，把该支持的驳了，该是{$right}。
explain-wrote-granted-unsupported = {$field}写了{$said}，把站不住的应了，该是{$right}。
explain-wrote-granted-too-much = {$field}写了{$said}，应得过了头，该是{$right}。
explain-wrote-granted-too-little = {$field}写了{$said}，应得不够，该是{$right}。
explain-wrote-sealed-open = {$field}写了{$said}，把还没走完的路关死了，该是{$right}。
explain-wrote-decides-nothing = {$field}写了{$said}，看不出定了什么，该是{$right}。
explain-wrote-put-off = {$field}写了{$said}，查清了还往后拖，该是{$right}。
explain-wrote-unproven = {$field}写了{$said}，凭据还没问齐，这时候该是{$right}。
explain-wrote-claim-left-out = {$field}是{$said}，该定的没定，该是{$right}。
explain-wrote-no-way-out = {$field}写了{$said}，没说不服怎么办，该是{$right}。

criterion-decision = 定得对不对
    .why = 支不支持，看事实和条文，一项一项地定；定错一项，章盖得再齐也是错案。
    .anchor-1 = 一项也没断对：该支持的没支持、不该支持的支持了，或者没作答
    .anchor-2 = 断对的少
    .anchor-3 = 有对有错，或者断早了、没指出路
    .anchor-4 = 多数断对，也有错的、早的或者没指出路的
    .anchor-5 = 项项断对，不支持的也指了出路
criterion-one-answer = 口径打架有人管
    .why = 两家两个说法，人家信谁都是错；先把两个说法摆明，再把对清楚的事揽过来。
    .anchor-1 = 两个说法一回也没理：再添一个、推出去，或者没接
    .anchor-2 = 理的少，多半推出去或者没接
    .anchor-3 = 理一半上下，或者只说去问问、看看
    .anchor-4 = 多数把两个说法都摆上桌，或者对上了
    .anchor-5 = 每一回都把两个说法摆上桌，或者对上了

## 报告和剧本

play-decisions = 定得不对
report-claims-none = 没有定
report-dimension-capped = { $dimension }里有一项定错，最多 { $score } 分（见“定得对不对”）。
script-key = 给教员的答案
script-claims = 诉求：该怎么定，凭什么
script-claim = “{ $asks }”——{ $holds }。凭：{ $grounds }{ $way ->
    [none] {""}
   *[other] 。不服：{ $way }
}
script-answers = 前后答复
script-answers-one = { $answers }。其实：{ $truth }
script-decides = 定：{ $what }

## 编写时的提示

CD0170 = claims 里没有“{ $name }”这项诉求
    .hint = 在 claims 里写上它：asks 求什么、holds 站不站得住、facts 和 law 凭什么。
CD0171 = earlier_answers 里没有“{ $name }”这一组
    .hint = 在 earlier_answers 里写上它：谁、哪天、答了什么，还有其实是怎样。
CD0172 = 这项诉求还没写全
    .hint = holds 说站不站得住，facts、law、because 说凭什么。
CD0173 = 这一组前后答复对不上
    .hint = 至少两个答复，说法不一样，日子在情景开始以前。
CD0174 = 没有哪个选项、哪一格把“{ $name }”定成 { $ruling }
    .hint = 在选项或者表里的写法上写 decides，或者换一个定论：Grant、Part、Refuse、Open、Close、Vague。
CD0175 = “{ $name }”这项诉求，从头到尾没有地方定它
    .hint = 在意见书的写法或者选项上写 decides: {"{"} "{ $name }": { $right } {"}"}；不用定的，就别写进 claims。
CD0176 = “{ $name }”这项诉求，怎么选都定不对
    .hint = 至少有一处能定成 { $right }：decides: {"{"} "{ $name }": { $right } {"}"}。
CD0177 = 这份文书要有处理意见，可这里一项诉求也没定
    .hint = 写上 decides；听完不知道支不支持的，写成 Vague。
CD0178 = “{ $name }”这组前后答复，没有哪句台词说起
    .hint = 在来访人的台词上加线索 TwoAnswers("{ $name }")。
CD0179 = 手写的分数和事实、条文定的相反
    .hint = decides 说得清对错，删掉 score 里的那一条；要是事实不是这样，就改 claims 的 holds。
hint-claim-grounds = 写上凭什么：facts 里的事实、law 里的条文，或者 because 里一句话。
hint-claim-only = 一部分站得住，要写是哪一部分：only: "……"。
hint-claim-not-partly = 只有 holds: Partly 才写 only；删掉它，或者改 holds。
hint-two-answers = 至少写两个答复，说法不一样。
hint-answer-later = 前面的答复，日子不能在情景开始以后。
hint-takes-answers = 括号里写 earlier_answers 里的名字：TwoAnswers("seniority")；不细说的，不写括号。
