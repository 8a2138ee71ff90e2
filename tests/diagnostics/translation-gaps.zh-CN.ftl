title = 多余
