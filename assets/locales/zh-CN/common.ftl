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
