title = Noises in the Night
visitor-zhang = Zhang Guifang

# Said quietly.
# source: 天天拖桌子，我寒心。
node-arrive = They drag tables every day. It chills me.
    .feeling-1 = chills

# source.mirror: 您说“寒心”，我听到了。
# stale.calm: 您别生气。
node-first =
    .mirror = Chills, you say. I heard that.
    .calm = Don't be angry.

# source: 先到这里
node-end = So far
    .text = She left.
