package report

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// livingForums are the forums that live at the view's day, or may, by name.
func (d *Desk) livingForums() (out []*model.Group) {
	for _, g := range d.groupsByName(d.View.Forums()) {
		if d.View.Lives(g) != truth.No && d.View.HasEnded(g) != truth.Yes {
			out = append(out, g)
		}
	}
	return out
}

// secretariats tells what support each forum has.
func (d *Desk) secretariats(r *Report) {
	p := r.add("secretariats", d.in("Forumens sekretariat", "The secretariats of the forums"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("forum_status", Words, "Forumets läge", "Status of the forum"),
		d.col("has", Truths, "Har stöd i gång", "Has support at work"),
		d.col("status", Words, "Sekretariatets läge", "Status of the secretariat"),
		d.col("staffed_by", Words, "Bemannas av", "Staffed by"),
		d.col("both_sides", Truths, "Båda sidor", "Both sides"),
		d.col("done_by", Words, "Annan som gör arbetet", "Who else does the work"),
		d.col("meetings", Numbers, "Arbetsmöten per år", "Working meetings a year"),
		d.col("vouched", Truths, "Källan räknas som aktuell", "The source counts as current"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("fora", "forums", d.View.GroupsComplete())
	var count truth.Count
	for _, g := range d.livingForums() {
		s := &g.Secretariat
		cites := registry.Citations(g, &s.V.Evidence, "secretariat")
		vouched := truth.CannotTell
		has := truth.CannotTell
		if s.Is != model.Absent && s.Is != model.Unknown {
			vouched, has = d.View.Vouched(g, "secretariat", &s.V.Evidence), registry.HasSecretariat(g)
		}
		now := has
		if vouched != truth.Yes {
			now = truth.CannotTell
		}
		count.Add(now)
		rests.decide(now, cites)
		staff := make([]model.Ref, 0, len(s.V.Organizations.Items))
		for _, o := range s.V.Organizations.All() {
			staff = append(staff, o.Organization.V)
		}
		by := d.list(staff)
		if len(staff) == 0 {
			by = d.inPlace(s.V.Organizations.Is)
		}
		p.row(d.record(g.Ref), d.state(g), d.truth(has).marked(now), d.word("secretariat-status", s.V.Status), by, d.bothSides(s), d.told(s.V.DoneBy),
			d.amount(s.V.MeetingsPerYear), d.truth(vouched), d.source(cites))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget forum i registret är i gång den dagen.", "No forum in the registry lives on that day."))
		return
	}
	p.Lead = append(p.Lead, d.sums(text.Both{
		Sv: "{day} har {yes} av {all} fora ett sekretariat i gång eller någon annan som gör arbetet, och {no} har det inte",
		En: "On {day} {yes} of {all} forums {yes|has|have} a secretariat at work or somebody else who does the work, and {no} {no|has|have} not",
	}, count))
	p.Basis = rests.done()
}

// bothSides is a cell of whether a secretariat has staff of both sides.
func (d *Desk) bothSides(s *model.Val[model.Secretariat]) Cell {
	staff := s.V.Organizations
	if staff.Is == model.None || staff.Is == model.NotApplicable || staff.Is == model.Absent {
		return Cell{}
	}
	open := staff.Open()
	var region, municipal truth.Value = truth.No, truth.No
	for _, o := range staff.All() {
		side := d.View.Side(o.Organization.V)
		region, municipal = truth.Or(region, truth.Of(side == model.Region)), truth.Or(municipal, truth.Of(side == model.Municipal))
		open = open || side == ""
	}
	both := truth.And(region, municipal)
	if both == truth.No && open {
		both = truth.CannotTell
	}
	return d.truth(both)
}

// secretariatTime tells what time each organization has set aside for the
// secretariat of each forum.
func (d *Desk) secretariatTime(r *Report) {
	p := r.add("secretariat-time", d.in("Avsatt tid i sekretariaten", "Time set aside in the secretariats"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("organization", Records, "Organisation", "Organization"),
		d.col("agreed", Numbers, "Överenskommen tid, procent av heltid", "Agreed time, percent of full time"),
		d.col("actual", Numbers, "Faktisk tid, procent av heltid", "Actual time, percent of full time"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("uppgifter om överenskommen tid", "facts on agreed time", truth.CannotTell)
	bars := &Bars{Unit: d.in("procent av heltid", "percent of full time"), Series: []Mark{{"", d.in("överenskommen tid", "agreed time"), Neutral}}}
	told := 0
	for _, g := range d.livingForums() {
		s := &g.Secretariat.V
		bar := Bar{Label: d.View.ShortName(g).In(string(d.Lang)), Lengths: []float64{0}}
		for _, o := range s.Organizations.Pointers() {
			cites := registry.CitationsWithin(g, "secretariat.organizations", &s.Evidence, &o.Evidence)
			known := truth.CannotTell
			if o.ShareAgreed.Given() || o.ShareAgreed.Is == model.None {
				known = truth.Yes
			}
			rests.count(known, cites)
			if o.ShareAgreed.Given() {
				told++
				bar.Lengths[0] += o.ShareAgreed.V.Min
				bar.Doubt += o.ShareAgreed.V.Max - o.ShareAgreed.V.Min
			}
			p.row(d.record(g.Ref), d.record(o.Organization.V), d.amount(o.ShareAgreed), d.amount(o.ShareActual), d.source(cites))
		}
		if bar.Lengths[0] > 0 {
			bars.Bars = append(bars.Bars, bar)
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen uppgift om vilka som bemannar sekretariaten finns i registret.", "Who staffs the secretariats is not in the registry."))
		return
	}
	p.Lead = append(p.Lead, d.say(text.Both{
		Sv: "För {n} av {all} organisationer i sekretariaten står det hur mycket tid som är överenskommen.",
		En: "For {n} of {all} organizations in the secretariats it says how much time is agreed.",
	}, text.Args{"n": told, "all": len(p.Table.Rows)}))
	p.Basis = rests.done()
	if len(bars.Bars) > 1 {
		p.Chart = &Chart{Title: d.in("Överenskommen tid i sekretariaten", "Agreed time in the secretariats"), Picture: bars, Text: d.say(text.Both{
			Sv: "En stapel för varje forum vars överenskomna tid är känd, {n} fora. Organisationer vars tid inte är känd räknas inte.",
			En: "A bar for each forum whose agreed time is known, {n} forums. Organizations whose time is not known do not count.",
		}, text.Args{"n": len(bars.Bars)})}
	}
}
