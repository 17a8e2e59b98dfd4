package edtf_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	. "github.com/vis-samverkan/vis/pkg/edtf"
	. "github.com/vis-samverkan/vis/pkg/truth"
)

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		a, b                   string
		before, notAfter, same Value
	}{
		{"2021", "2022", Yes, Yes, No},
		{"2022", "2021", No, No, No},
		{"2022", "2022", CannotTell, CannotTell, CannotTell},
		{"2022", "2022-06", CannotTell, CannotTell, CannotTell},
		{"2022-11-07", "2022-11-07", No, Yes, Yes},
		{"2022-11-06", "2022-11-07", Yes, Yes, No},
		{"2022-11", "2022-11-30", CannotTell, Yes, CannotTell},
		{"2022-11-30", "2022-11", No, CannotTell, CannotTell},
		{"..2021", "2022..", Yes, Yes, No},
		{"2022..", "..2021", No, No, No},
		{"2022..", "2030", CannotTell, CannotTell, CannotTell},
		{"~2022", "2023-06", CannotTell, CannotTell, CannotTell},
		{"", "2022", CannotTell, CannotTell, CannotTell},
		{"", "", CannotTell, CannotTell, CannotTell},
	} {
		a, b := orZero(c.a), orZero(c.b)
		assert.Equal(t, c.before, Before(a, b), "%q before %q", c.a, c.b)
		assert.Equal(t, c.notAfter, NotAfter(a, b), "%q not after %q", c.a, c.b)
		assert.Equal(t, c.same, SameDay(a, b), "%q same day as %q", c.a, c.b)
		assert.Equal(t, c.same, SameDay(b, a), "%q same day as %q", c.b, c.a)
	}
}

func TestHolds(t *testing.T) {
	for _, c := range []struct {
		day, from, until string
		want             Value
	}{
		{"2022-06-15", "2022-01-01", "2022-12-31", Yes},
		{"2022-01-01", "2022-01-01", "2022-12-31", Yes},
		{"2022-12-31", "2022-01-01", "2022-12-31", Yes},
		{"2021-12-31", "2022-01-01", "2022-12-31", No},
		{"2023-01-01", "2022-01-01", "2022-12-31", No},
		{"2022-06-15", "2022", "2023", CannotTell},
		{"2022-12-31", "2022", "2023", Yes},
		{"2023-01-01", "2022", "2023", Yes},
		{"2023-01-02", "2022", "2023", CannotTell},
		{"2024-01-01", "2022", "2023", No},
		{"2021-12-31", "2022", "2023", No},
		{"2022-06-15", "", "", Yes},
		{"2022-06-15", "2022-01-01", "", Yes},
		{"2022-06-15", "", "2022-01-01", No},
		{"2022-06-15", "..2021", "2023..", Yes},
		{"2022-06-15", "2022-01-01..", "", CannotTell},
		{"2022-06-15", "2023", "..2021", No},
	} {
		assert.Equal(t, c.want, Holds(iso(t, c.day, 0), orZero(c.from), orZero(c.until)), "%s in %q–%q", c.day, c.from, c.until)
	}
}

func TestDateAtADay(t *testing.T) {
	d := MustParse("2022-11")
	for _, c := range []struct {
		day                  string
		fallsOn, begun, over Value
	}{
		{"2022-10-31", No, No, No},
		{"2022-11-01", CannotTell, CannotTell, No},
		{"2022-11-02", CannotTell, CannotTell, CannotTell},
		{"2022-11-30", CannotTell, Yes, CannotTell},
		{"2022-12-01", No, Yes, Yes},
	} {
		day := iso(t, c.day, 0)
		assert.Equal(t, c.fallsOn, d.FallsOn(day), c.day)
		assert.Equal(t, c.begun, d.Begun(day), c.day)
		assert.Equal(t, c.over, d.Ended(day), c.day)
	}
	exact := MustParse("2022-11-07")
	assert.Equal(t, Yes, exact.FallsOn(exact.Earliest()))
	assert.Equal(t, CannotTell, Date{}.FallsOn(exact.Earliest()))
}

func TestGap(t *testing.T) {
	for _, c := range []struct {
		from, to     string
		fewest, most int
		ok           bool
	}{
		{"2022-11-07", "2022-11-17", 10, 10, true},
		{"2022-11-17", "2022-11-07", -10, -10, true},
		{"2022-11", "2022-12", 1, 60, true},
		{"2022", "2022", -364, 364, true},
		{"2022", "2023..", 0, 0, false},
		{"..2022", "2023", 0, 0, false},
		{"", "2023", 0, 0, false},
	} {
		fewest, most, ok := Gap(orZero(c.from), orZero(c.to))
		assert.Equal(t, c.ok, ok, "%q to %q", c.from, c.to)
		assert.Equal(t, [2]int{c.fewest, c.most}, [2]int{fewest, most}, "%q to %q", c.from, c.to)
	}
}

// question is a comparison, together with what it asks of exact days. Its answer
// should be Yes if exact holds for every choice of days, No if for none.
type question struct {
	name  string
	of    int // how many dates
	ask   func(d []Date) Value
	exact func(d []Day) bool
}

var questions = []question{
	{
		"before", 2,
		func(d []Date) Value { return Before(d[0], d[1]) },
		func(d []Day) bool { return d[0] < d[1] },
	}, {
		"not after", 2,
		func(d []Date) Value { return NotAfter(d[0], d[1]) },
		func(d []Day) bool { return d[0] <= d[1] },
	}, {
		"same day", 2,
		func(d []Date) Value { return SameDay(d[0], d[1]) },
		func(d []Day) bool { return d[0] == d[1] },
	}, {
		"falls on", 1,
		func(d []Date) Value { return d[0].FallsOn(DayOf(2022, 1, 4)) },
		func(d []Day) bool { return d[0] == DayOf(2022, 1, 4) },
	}, {
		"holds", 2,
		func(d []Date) Value { return Holds(DayOf(2022, 1, 4), d[0], d[1]) },
		func(d []Day) bool { return d[0] <= DayOf(2022, 1, 4) && DayOf(2022, 1, 4) <= d[1] },
	}, {
		"ordered", 2,
		func(d []Date) Value { return Period{d[0], d[1]}.Ordered() },
		func(d []Day) bool { return d[0] <= d[1] },
	}, {
		"overlap", 4,
		func(d []Date) Value { return Overlap(Period{d[0], d[1]}, Period{d[2], d[3]}) },
		func(d []Day) bool { return d[0] <= d[3] && d[2] <= d[1] },
	}, {
		"contains date", 3,
		func(d []Date) Value { return Period{d[0], d[1]}.ContainsDate(d[2]) },
		func(d []Day) bool { return d[0] <= d[2] && d[2] <= d[1] },
	},
}

// choices asks a question of every choice of days within the dates.
func choices(q question, dates []Date) Value {
	yes, no := false, false
	days := make([]Day, len(dates))
	var choose func(i int)
	choose = func(i int) {
		if i == len(dates) {
			answer := q.exact(days)
			yes, no = yes || answer, no || !answer
			return
		}
		for d := dates[i].Earliest(); d <= dates[i].Latest(); d++ {
			days[i] = d
			choose(i + 1)
		}
	}
	choose(0)
	switch {
	case yes && no:
		return CannotTell
	default:
		return Of(yes)
	}
}

// someDate is a date of one to four days at the beginning of 2022.
func someDate(r *rand.Rand) Date {
	from := DayOf(2022, 1, 1+r.IntN(7))
	return Between(from, from+Day(r.IntN(4)))
}

func TestAnswersAreThoseOfEveryChoiceOfDays(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, q := range questions {
		for range 3000 {
			dates := make([]Date, q.of)
			for i := range dates {
				dates[i] = someDate(r)
			}
			got, want := q.ask(dates), choices(q, dates)
			if q.name == "contains date" && got == CannotTell && (Period{dates[0], dates[1]}).Ordered() != Yes {
				continue // of a period that may end before it begins, caution is enough
			}
			assert.Equal(t, want, got, "%s %v", q.name, dates)
		}
	}
}

// narrower is a date within d, which is d itself now and then.
func narrower(r *rand.Rand, d Date) Date {
	from, to := d.Earliest(), d.Latest()
	if from == Past {
		from = min(to, DayOf(2025, 1, 1)) - Day(r.IntN(1500))
	}
	if to == Future {
		to = from + Day(r.IntN(1500))
	}
	length := int(to-from) + 1
	a, b := from+Day(r.IntN(length)), from+Day(r.IntN(length))
	return Between(a, b)
}

func TestNarrowerDateNeverReversesAnAnswer(t *testing.T) {
	texts := []string{
		"", "2021", "2022", "2022-01", "2022-01-04", "2022-Q1", "2022-spring", "2021-autumn", "~2022-01", "~2021",
		"..2021", "..2022-01-04", "2022..", "2022-01-04..", "2021-09..2022-06", "~2021-Q3..2022-02",
	}
	r := rand.New(rand.NewPCG(7, 8))
	for _, q := range questions {
		settled := 0
		for range 5000 {
			vague, exact := make([]Date, q.of), make([]Date, q.of)
			for i := range vague {
				vague[i] = orZero(texts[r.IntN(len(texts))])
				exact[i] = vague[i]
				if !vague[i].IsZero() { // a missing bound is no vague one
					exact[i] = narrower(r, vague[i])
					assert.True(t, exact[i].Within(vague[i]))
				}
			}
			if old := q.ask(vague); old != CannotTell {
				settled++
				assert.Equal(t, old, q.ask(exact), "%s: %v → %v", q.name, vague, exact)
			}
		}
		assert.Positive(t, settled, "%s never answered", q.name)
	}
}
