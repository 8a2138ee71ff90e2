# 工作台：写情景、改情景的人用

screen-workshop = 工作台
menu-workshop = 工作台

workshop-new = 新建
workshop-copy = 复制一份
workshop-edit = 用编辑器打开
workshop-print = 打印脚本
workshop-open-folder = 打开文件夹
workshop-not-written = { $path } 没写成：{ $why }
workshop-play = 从头试演
workshop-rehearse = 让机器排演
workshop-folder = 您自己的情景放在 { $path }，一存盘，这里就跟着变。
workshop-no-folder = 没有自己的情景文件夹，这里只看得到自带的。
workshop-checking = 正在检查……
workshop-sound = 没有问题
workshop-warnings = { $n } 处提醒
workshop-errors = { $n } 处错
workshop-shipped = 自带
workshop-broken = 这个情景有错，画不出来。右边写着错在哪里、怎么改。
workshop-no-problems = 没有发现问题。
workshop-tab-problems = 问题
workshop-tab-node = 这一步
workshop-tab-rehearsal = 排演
workshop-no-node = 在图上点一步，这里就显示它说什么、做什么、通到哪里。
workshop-no-acts = 没有写言行
workshop-returns = 回到刚才被打断的地方
workshop-from-here = 从这里试演
workshop-ways = 走到这里的人，状态不一样。挑一种，接着往下演：
workshop-seeking = 正在找走到这里的路……
workshop-no-way = 机器走了几百遍，没有一遍走到这里。
workshop-not-rehearsed = 让机器扮十种接访员，各演 200 遍：看分数排得对不对、有没有走不到的地方、能不能蒙过去。
workshop-rehearsing = 演了 { $done } 遍，共 { $of } 遍
workshop-never = 一遍也没走到
workshop-told = { $language }里光看写法就猜得中：{ $choices } 道里 { $clean } 道，随手点只有 { $expected } 道。一眼看得出的：

node-line = 台词
node-choice = 选择
node-form = 填表
node-compose = 作答
node-time = 过了几天
node-branch = 分岔
node-end = 结局

tree-search = 找：名字或者话里的字
tree-found = { $n } 处
tree-next = 下一处
tree-whole = 全图
tree-larger = 放大
tree-smaller = 缩小

arrives-typical = 一般情况
arrives-calmest = 最平静
arrives-most-stirred = 最激动
arrives-most-trusting = 最信得过您
arrives-least-trusting = 最信不过您
arrives-quickest = 来得最快
arrives-state = { $who }：紧张度 { $tension }，信任 { $trust }；第 { $turn } 轮，走法：{ $policy }

trial-badge = 试演
trial-back = 回工作台
trial-carried = 情景改了，还在原来的地方接着演。
trial-stopped = 情景改了。第 { $n } 步（共 { $of } 步）对不上：{ $why }。就停在这里。
trial-elsewhere = 原来在“{ $was }”，现在到了“{ $is }”
trial-ended = 这里已经结束了
trial-no-option = “{ $node }”里没有“{ $option }”这一项了
trial-no-fact = 还没有人说到“{ $fact }”
trial-refused = 这一步现在做不了
trial-broken = 新的这一版有 { $n } 处错，先接着演上一版。{ $first }
trial-gone = 这个情景的文件夹不见了，先接着演。
