# 班级网页：进班、座位、老师的桌子、大屏幕

## 命令
cli-about-serve = 开一个班：学员用浏览器进来练
web-arg-listen = 在哪个地址等人进来；不写就只有这台机器能进（127.0.0.1:7420），写 0.0.0.0:7420 全屋都能进
web-arg-class = 班级代码；不写就接着开最近的一个班，一个也没有就新开
web-after-serve = 打出来的链接只有老师能用，点一次就作废。按 Ctrl+C 收班；学员做到哪儿，下次开班还从哪儿接着来。
web-new-class = 接访实训班
web-serving = “{ $class }”开班了，班级代码：{ $code }
web-only-here = 现在只有这台机器能进。要让全屋都进来，加上 --listen 0.0.0.0:{ $port }
web-desk-link = 老师从这里进（只能用一次）：
web-how-to-end = 按 Ctrl+C 收班。
web-cannot-listen = { $address } 用不了：{ $reason }。换一个端口试试，比如 --listen 127.0.0.1:7421
web-broke-off = 服务断了：{ $reason }

## 各页都有
web-skip = 跳到正文
web-home = 回首页
web-language = 中文
web-nothing-there = 没有这一页。
web-not-our-page = 这个请求不是从班级网页发出来的，没有照办。回到网页上再点一次。
web-plain = 这个网页没有加密（http）。教室里自己的网没事，别用它传身份证号、密码。
web-plain-desk = 现在走的是不加密的 http，同一个网里的人有办法看到传的东西。真名、成绩要紧的话，请按说明加一层 https。

## 进班
web-join = 进班
web-join-first = 请先进班。
web-code = 班级代码
web-code-where = 六个字母，写在大屏幕上。大小写都行。
web-next = 下一步
web-wrong-code = 没有这个班级代码，看看大屏幕再输一遍。
web-too-many = 试得太快了，歇几秒再来。
web-class-closed = 这个班已经关了，问问老师。
web-to-desk = 我是老师
web-who = 您是哪位？
web-roster = 在名册上找自己
web-not-in-roster = （不在名册上）
web-pseudonym = 取个化名
web-or-pseudonym = 不在名册上，就取个化名
web-pseudonym-why = 成绩上只写化名。别用真名、电话和证件号。
web-sit = 坐下
web-name-missing = 选一个名字，或者写一个化名。
web-name-taken = 这个名字已经有人坐了。要是您自己在别的机器上坐过，请老师点“让位”，再进来一次。

## 座位
web-your-seat = 我的座位
web-locked = 这个座位锁住了，请老师打开。
web-to-play = 要做的
web-nothing-yet = 老师还没有布置，等一等。
web-look-again = 再看看
web-minutes = 限 { $n } 分钟。
web-attempts-left = 还能做 { $n } 次。
web-see-attempt = 看第 { $n } 次的复盘
web-is-paused = 老师按了暂停，先等一等。
web-is-closed = 现在不开放。
web-go-on = 接着做
web-read-first = 先看案卷
web-keys = 全程可以只用键盘：1–8 选话，字母键做动作，空格听对方说完（练习），X 插话，F1–F5 翻桌上的东西。
web-leave = 离开
web-voice = 朗读
web-table = 您能说的和能做的
web-gestures = 动作
web-desk = 桌上
web-says = { $who }：{ $text }
web-offline = 网断了。做的都记着，一连上就交。
web-server-troubled = 服务器没应答，正在再试。做的都记着。
web-form-empty = （还没填）
web-not-yours = 没有这一次，或者不在您这个座位上。
web-no-hint-in-exam = 考核没有提示。
web-hand-in = 就到这儿，现在交
web-handed-in = 交上了。
web-not-handed-in = 还没交，交了才能看。
web-report-html = 报告（网页）
web-report-pdf = 报告（PDF）
web-report-failed = 报告出不来。记录还在，告诉老师。
web-back-to-seat = 回座位

## 老师的桌子
web-desk-title = 老师的桌子
web-desk-enter = 老师进
web-desk-link-hint = 最省事：用开班时打出来的那个链接。
web-desk-name = 名字
web-desk-password = 密码
web-desk-wrong = 代码、名字、密码里有一样不对。
web-desk-once = 这个链接只能用一次，用过以后这个浏览器就认得您了。
web-desk-link-used = 这个链接用过了，或者过期了。重新开一次班，会打出新的。
web-to-wall = 大屏幕
web-results = 成绩
web-assignments = 布置的
web-no-assignments = 还没有布置。从下面新布置一个。
web-new-assignment = 新布置一个
web-scenario = 情景
web-assignment-title = 名字（可不填）
web-assignment-title-hint = 比如：期中考核
web-minutes-label = 限几分钟
web-attempts-label = 能做几次
web-seed-label = 种子（全班同一张卷）
web-assign = 布置
web-no-number = 这里要写一个数。
web-no-scenario = 没有这个情景，或者它打不开。
web-state-open = 开着
web-state-paused = 暂停
web-state-closed = 关了
web-open = 打开
web-pause = 暂停
web-close = 关掉
web-extend = 延长 10 分钟
web-gather = 全部收上来
web-running-done = 正在做 { $running } 人次，交了 { $done } 人次
web-closes-at = { $time } 关
web-people = 人
web-nobody = 还没有人进来。
web-person = 谁
web-seen = 最近
web-where = 做到哪儿
web-seat = 座位
web-not-here = 没来
web-seen-now = 在
web-seen-minutes = { $n } 分钟前
web-at-step = 第 { $n } 步
web-has-handed-in = 交了
web-unlock = 开锁
web-free = 让位
web-is-locked = 锁着
web-by-name = 看真名
web-by-pseudonym = 看化名
web-standing = 结论
web-report = 报告
web-see = 看
web-not-worked-out = 还没算完

## 大屏幕
web-wall = 大屏幕
web-wall-open = 用浏览器打开
web-wall-code = 输入班级代码
web-wall-qr = 进班的二维码
web-wall-seated = 坐下了 { $n } 人
