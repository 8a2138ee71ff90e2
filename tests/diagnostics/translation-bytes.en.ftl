title = “π¿Ô
