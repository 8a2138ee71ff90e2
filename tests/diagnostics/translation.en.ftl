title = Noises at night
visitor-zhang = Zhang Guifang
node-arrive = Every single night. It chills me to the heart.
    .feeling-1 = chills
node-first =
    .mirror = “Chills”, you said.
    .clam = Please calm down.
node-endd = That is all for today
this is not fluent
