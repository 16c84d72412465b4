# Suppressed counts by school.
counts-title = How far the schools are
counts-lead = { $schools ->
    [one] The one school that is assigned to you.
   *[other] The { $schools } schools that are assigned to you.
 }
counts-why-title = Why no name stands here
counts-why = An evaluation, and whether a teacher is at risk, may be read by the teacher and by those who supervise the work. You see counts, and a count only where the group has at least { $smallest } people and where it does not mean nobody, everybody, or one or two.
counts-source = C.R.S. 22-9-109(1) and (2). You read a named record when a case of that teacher is assigned to you; cases come later. The status over the years is kept on pages of its own, below.
counts-caption = Teachers with each step done, { $year }
counts-school = School
counts-teachers = Teachers
counts-seen = Lesson seen
counts-beginning = Beginning held
counts-mid-year = Mid-year held
counts-end-of-year = End of year held
counts-rating = Rating shared
counts-received = Rating received
counts-too-few = too few to show
counts-all-or-none = not shown
counts-no-total = There is no line of totals: with it, a suppressed cell could be computed.
counts-empty = No school is assigned to you that has teachers today.
