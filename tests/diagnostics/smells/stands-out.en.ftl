title = The Wages
