# 各处都用的词
app-name = 接访实训
dimension-listening = 倾听
dimension-empathy = 共情
dimension-procedure = 程序
no-score = 未涉及
too-little-seen = 看得太少
feeling-anger = 气
feeling-distress = 苦
feeling-fear = 怕
feeling-disappointment = 失望
feeling-hope = 盼头
feeling-relief = 松快
feeling-gratitude = 感激
verdict-hit = 做到
verdict-partial = 做到一半
verdict-miss = 没做到
crowd = { $count ->
    [0] { $name }
    [1] { $name }
   *[other] { $name }（{ $count } 人）
}

## 一场算不算过
standing-passed = 达标
standing-not-passed = 未达标
standing-unfinished = 没练完
standing-self-granted-untimed = 自己给自己免了计时，没人准许
standing-not-by-hand = 不是本人当面作答
standing-critical = 有严重过失
# $score、$mark 满分 100
standing-below = { $dimension } { $score }（要 { $mark }）
standing-line = { $verdict }：{ $reasons }

## 怎么练的
how-by = 谁答的
how-by-hand = 本人
how-by-answers = 答案文件
# $name 是策略的名字
how-by-policy = 机器（{ $name }）
how-steps-back = 退回
how-steps-back-value = { $count } 次，退到第 { $turns } 轮之前
how-pauses = 暂停
how-resumes = 中断后接着练
