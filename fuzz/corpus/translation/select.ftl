title = A door
first =
    .mirror = { $n ->
        [one] One { -term }
       *[other] Many
    }
-term = { first.mirror }
