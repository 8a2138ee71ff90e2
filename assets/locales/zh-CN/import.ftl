# 从乌得勒支情景（UUDSL）搬过来

import-header-uudsl =
    从 UUDSL 情景搬过来的底稿。先做三件事：写上来访人是什么样的人，改好 plays_on，给每个选项补上 acts。
    原来的打分没有搬：这里的分数由 acts 算出来。行为的名字见 docs/acts.md；改一点，运行一次 calmdesk check。
import-subject = 我们说说“{ $subject }”。
import-said = 你说：“{ $text }”
import-go-on = 您接着说。
import-leave = 这个先说到这儿。
import-over = 到这里就结束了。

import-not-utf8 = { $path } 第 { $line } 行第 { $column } 列起不是 UTF-8 编码。用编辑器另存成 UTF-8 再来。
import-not-uudsl = { $path } 是 XML，但不是 UUDSL 情景：里面没有 scenario 和 sequence。请用 Scenario Editor 导出的文件。
import-nothing-said = { $path } 里的对白一句也走不到：开头没有指向哪一句，或者那一句的条件永远不成立。先在 Scenario Editor 里改好。
import-too-large = { $path } 太大了，一个情景装不下。最多 { $limit } MB。
import-bad-xml = { $path } 第 { $line } 行的 XML 读不通：{ $cause }。请重新导出一份。
import-zip-damaged = { $path } 这个 ZIP 坏了。请重新打包，或者解开来再搬。
import-zip-empty = { $path } 这个 ZIP 里没有 .xml、.twee，也没有 .html。
import-zip-unknown = { $path } 这个 ZIP 加了密码，或者打包方式不认识。请解开来再搬。

import-score = 第 { $line } 行 · 打分公式，分数改由 acts 来算：{ $text }
import-parameter = 第 { $line } 行 · 参数的类型装不进计数：{ $text }
import-property = 第 { $line } 行 · 附加属性，各句里写的都没收：{ $text }
import-condition = 第 { $line } 行 · 条件看不懂，或者永远不成立：{ $text }
import-effect = 第 { $line } 行 · 对参数的改动看不懂：{ $text }
import-jump-point = 第 { $line } 行 · 话题说到一半跳去别的话题，这里不行：{ $text }
import-only-way = 第 { $line } 行 · 只有一句可选，改成旁白说出来：{ $text }
import-rival = 第 { $line } 行 · 学员要选，电脑也要说，只留学员选：{ $text }
import-otherwise = 第 { $line } 行 · 条件去掉了，别的都不成立就走它：{ $text }
import-circle = 第 { $line } 行 · 绕回前面的路，剪断了：{ $text }
import-unreached = 第 { $line } 行 · 从开头走不到这句：{ $text }
import-id-twice = 第 { $line } 行 · 没有编号，或者编号重了：{ $text }
import-too-many-subjects = 第 { $line } 行 · 话题太多，从这个起分成下一批：{ $text }
import-too-many-characters = 第 { $line } 行 · 人物太多，没收下：{ $text }
import-language = 第 { $line } 行 · 没有这种语言的界面，文字照搬：{ $text }
import-unknown = 第 { $line } 行 · 不认识的内容：{ $text }
