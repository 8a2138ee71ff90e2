title = Noises at night
visitor-zhang = Zhang Guifang
node-arrive = Every single night.
node-first =
    .mirror = “Chills”, you said.
    .clam = Please calm down.
node-ende = That is all for today
title = Twice { $x }
