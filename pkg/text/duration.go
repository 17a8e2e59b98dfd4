package text

import (
	"strconv"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

// Duration writes a length of time as a person says it: "12 månader", "ett år
// och 6 månader".
func Duration(d edtf.Duration, l Lang) string {
	var parts []string
	for _, u := range [...]struct {
		n         int
		one, many Both
	}{
		{d.Years, Both{"ett år", "one year"}, Both{" år", " years"}},
		{d.Months, Both{"en månad", "one month"}, Both{" månader", " months"}},
		{d.Weeks, Both{"en vecka", "one week"}, Both{" veckor", " weeks"}},
		{d.Days, Both{"en dag", "one day"}, Both{" dagar", " days"}},
	} {
		switch u.n {
		case 0:
		case 1:
			parts = append(parts, u.one.In(l))
		default:
			parts = append(parts, strconv.Itoa(u.n)+u.many.In(l))
		}
	}
	if len(parts) == 0 {
		return pick(l, "ingen tid", "no time")
	}
	return List(parts, l)
}
