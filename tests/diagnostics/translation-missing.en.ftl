title = Noises at night
