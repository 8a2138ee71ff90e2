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
