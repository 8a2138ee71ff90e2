# 情景语言：作者自己定的
explain-author-hit = 作者在这里自己定了：做到。
explain-author-partial = 作者在这里自己定了：做到一半。
explain-author-miss = 作者在这里自己定了：没做到。
script-by-author = 作者自己定的（{ $why }）
report-note-author = 这一步的感受是作者自己定的：{ $why }
cli-after-check = 退出码：0 没有错误（有提醒也算），1 有错误，2 命令写错了。
