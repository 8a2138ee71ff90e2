# 各处都用的词
app-name = 接访实训
dimension-listening = 倾听
dimension-empathy = 共情
dimension-procedure = 程序
no-score = 未涉及
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
standing-critical = 有严重过失
# $score、$mark 满分 100
standing-below = { $dimension } { $score }（要 { $mark }）
standing-between = ；
standing-line = { $verdict }：{ $reasons }
