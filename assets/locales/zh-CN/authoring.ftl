# 写情景用的命令

cli-about-new = 新建一个情景，从模板改起
cli-arg-new-id = 情景的名字，也是文件夹名：小写字母、数字、- 和 _
cli-arg-template = 用哪个模板：one 一个人、三步（不写就用它），mediation 两家调解，collective 集体来访
cli-arg-example = 不用模板，照抄一个完整的情景，连译文一起
cli-arg-into = 建在哪个文件夹里；不写就建在当前文件夹
new-bad-id = “{ $id }”不能当情景的名字：只能有小写字母、数字、- 和 _，比如 leaking-roof。
new-exists = { $path } 已经有了，没有动它。换个名字，或者先把它挪开。
new-cannot-write = 建不了 { $path }：{ $reason }
new-made =
    建好了：{ $path }
    打开里面的 scenario.ron，改成你自己的；每改完一处就查一遍：
      calmdesk check { $path }
      calmdesk play { $path }
authoring-cannot-write = 写不进 { $path }：{ $reason }

cli-about-fmt = 把 scenario.ron 排整齐，文字和注释一个不动
cli-arg-fmt-path = 情景文件夹，可以写几个
cli-arg-fmt-check = 只看不改：有没排整齐的就列出来
fmt-done = 排好了：{ $path }
fmt-same = 本来就整齐：{ $path }
fmt-untidy = 还没排整齐：{ $path }
fmt-not-sound = { $path } 的括号、引号或逗号对不上，没有动它。先按下面的提示改：

cli-about-translate = 建立或更新译文文件
cli-arg-translate-path = 情景文件夹
cli-arg-translate-to = 译成哪种语言；不写就是原文之外的那一种
translate-header =
    等号右边写译文。要译的原文在每条上面的 # source 里；还没译的写着 { "{ \"\" }" }，换成译文就行。
    原文改过的，旧的原文在 # stale 里：改好译文，把那一行删掉。
    改完运行 calmdesk check；情景有改动，再运行一次 calmdesk translate。
translate-same = 原文就是 { $tag }，不用译。
translate-broken = { $path } 里有读不懂的地方，没有动它。先改好再来：
translate-made = 建好了 { $path }：{ $texts } 处文字，等着译。
translate-updated = 更新了 { $path }：{ $texts } 处文字，译了 { $done } 处。
translate-unchanged = { $path } 不用动：{ $texts } 处文字，译了 { $done } 处。
translate-missing = 还没译的（{ $count } 处）：
translate-stale = 原文改过、译文要看一遍的（{ $count } 处）：
translate-unused = 情景里已经没有、译文里还留着的（{ $count } 处）：{ $names }
translate-more = ……还有 { $count } 处
