title ＝ Noises at night
visitor-zhang: Zhang Guifang
node-arrive = Every single night.
It chills me to the heart.
node-first =
    .mirror = { “Chills” you said.
    .calm = Please calm down.
node end = That is all for today
node-end =
	That is all for today
