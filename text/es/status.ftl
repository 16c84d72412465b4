# El estatus a lo largo de los años: a qué llegan las calificaciones, como se calculó y como se declaró. Donde se dice algo grave se dice también lo que no significa.

status-no-score = sin calificación
status-standing-unknown = no se conoce
status-standing-probationary = probatorio
status-standing-non-probationary = no probatorio
status-standing-at-risk = no probatorio, en riesgo
status-standing-lost = de vuelta al estatus probatorio
status-standing-outside = sin estatus en esta clase
