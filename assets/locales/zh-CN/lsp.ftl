# 写情景时编辑器里看到的话

cli-about-lsp = 让编辑器认得情景：边写边查、补全、跳转、改名
cli-after-lsp =
    这个命令由编辑器自己启动，不用手打。怎么装到 VS Code、Neovim、Helix、Kate 里，见 docs/editor.md。
cli-arg-vsix = 不启动，只存一份 VS Code 扩展，拿去离线安装
lsp-vsix-saved =
    存好了：{ $path }
    在 VS Code 里打开“扩展”，点右上角的“…”，选“从 VSIX 安装”，挑这个文件。
lsp-too-large = 编辑器要发来 { $megabytes } MB 的消息，最多 { $most } MB，不再往下读。
lsp-no-frame = 编辑器发来的不是语言服务器的消息，开头读不懂，不再往下读。

lsp-change-to = 改成 { $name }
lsp-write-sign = 换成半角的 { $sign }
lsp-write-signs = 这个文件里 { $count } 处全角标点和弯引号，全换成半角
lsp-allow = 这里就是这样：写 allow 放过 { $code }，理由自己填
lsp-return = 回到被打断的地方

lsp-kind-node = 节点
lsp-kind-visitor = 来访人
lsp-kind-fact = 值得记下的事
lsp-kind-promise = 承诺
lsp-kind-claim = 诉求
lsp-kind-answers = 前后答复
lsp-kind-var = 计数
lsp-kind-visit = 一次来访
lsp-kind-option = 选项
lsp-kind-word = 感受词
lsp-kind-persona = 自己的人物类型
lsp-kind-field = 表里的一项
lsp-kind-entry = 一种写法

lsp-red-line = 红线：选了它，成绩封顶，打印时写在最前面。
lsp-better = 怎么做更好：{ $text }
lsp-sources = 出处：{ $items }
lsp-otherwise = 不写时：{ $value }
lsp-must-contain = 要写明：
lsp-unverified = 还没找到可靠来源，用前请核对原文。
lsp-valid = { $from } 起施行
lsp-valid-until = { $from } 起施行，到 { $until } 为止
lsp-valid-unverified = （施行日期待核）
lsp-not-in-force = 故事日期是 { $day }，那天它不在施行期内。

lsp-rename-nothing = 这里没有可以改名的编号。把光标放在节点、来访人、事、承诺、计数、来访或选项的编号上。
lsp-rename-word = 感受词要和来访人的话一字不差，不能这样改。改话里的字，再改 Feeling 和复述它的地方。
lsp-rename-number = 这个选项还没有编号。先给它写上 id，再改名。
lsp-rename-part = 依据、去处、时间这三段的名字是定好的，不能改。
lsp-rename-unknown = 没有叫“{ $name }”的，改不了名。先把这处错误改好。
lsp-rename-bad-id = “{ $name }”不能当编号：只能有小写字母、数字、- 和 _，也不能叫 return。
lsp-rename-taken = 已经有叫“{ $name }”的了，换个名字。
