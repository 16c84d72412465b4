# The bar above every page of a demo.

demo-label = Demo
demo-what = Everybody is invented; nothing is sent.
demo-as = See as
demo-as-one = { $name }, { $role }
demo-as-nobody = nobody
demo-as-go = Change
demo-day = Day of the year
demo-outbox = Outbox
demo-role-teacher-on-track = teacher on track
demo-role-teacher-at-risk = teacher at risk
demo-role-evaluator = evaluator
demo-role-school-leader = school leader
demo-role-hr-partner = HR school partner
demo-role-administrator = district administrator
