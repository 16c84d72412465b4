# Forms of address, from the roster's pronouns; the full name where they say nothing.
address-ms = Ms { $name }
address-mr = Mr { $name }
