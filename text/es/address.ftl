# Tratamientos, según los pronombres del registro; el nombre completo donde no dicen nada.
address-ms = la Sra. { $name }
address-mr = el Sr. { $name }
