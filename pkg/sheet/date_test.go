package sheet

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/text"
)

func TestDate(t *testing.T) {
	for said, want := range map[string]string{
		"2026-09-17": "2026-09-17", "2026-09": "2026-09", "2026": "2026", "~2026-09": "~2026-09", "2026-Q1": "2026-Q1", "2022-spring": "2022-spring",
		"2026-09-17 00:00:00": "2026-09-17", "2026-09-17T00:00:00": "2026-09-17", "20260917": "2026-09-17", "2026/9/7": "2026-09-07",
		"17/9 2026": "2026-09-17", "17/9-2026": "2026-09-17", "17/9/2026": "2026-09-17", "9/10 2026": "2026-10-09", "9/9/2026": "2026-09-09",
		"17.9.2026": "2026-09-17", "17 september 2026": "2026-09-17", "den 17 september 2026": "2026-09-17", "den 1:e maj 2026": "2026-05-01",
		"17 sep 2026": "2026-09-17", "17 Sept. 2026": "2026-09-17", "September 17, 2026": "2026-09-17", "17th October 2026": "2026-10-17",
		"september 2026": "2026-09", " Sep.  2026 ": "2026-09", "Våren 2022": "2022-spring", "hösten 2022": "2022-autumn", "autumn 2022": "2022-autumn",
		"Q1 2023": "2023-Q1", "kv 4 2023": "2023-Q4", "2023 kvartal 2": "2023-Q2", "2023-q3": "2023-Q3",
		"ca 2022": "~2022", "omkring september 2022": "~2022-09", "senast 17/9 2026": "..2026-09-17", "tidigast våren 2022": "2022-spring..",
	} {
		got, why := Date(said)
		assert.Equal(t, want, got, "%q: %s", said, why.En)
	}
	for said, want := range map[string]text.Both{
		"17/9 26": twoDigitYear, "26-09-17": twoDigitYear, "260917": twoDigitYear, "9/10/2026": twoWays, "17 september": noYear, "17/9": noYear,
		"31/4 2026": noSuchDay, "30 februari 2026": noSuchDay, "2026-13-01": notADate, "12/17/2026": noSuchDay, "sommaren 2022": notADate,
		"": notADate, "tills vidare": notADate, "46282": notADate, "2026-09-17 13:30": notADate, "17 smarch 2026": notADate, "senast snart": notADate,
		"2026-09-17--2026-09-18": notADate,
	} {
		got, why := Date(said)
		assert.Empty(t, got, said)
		assert.Equal(t, want, why, said)
	}
}

// FuzzDate: what is taken for a date is one, and means the same read again.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"17/9 2026", "våren 2022", "ca ca 2022", "senast tidigast 2022", "q1 2022", "2022-21"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		date, why := Date(s)
		if date == "" {
			assert.NotEmpty(t, why.Sv)
			return
		}
		d, err := edtf.Parse(date)
		assert.NoError(t, err, "%q gave %q", s, date)
		assert.Equal(t, date, d.Canonical())
		again, _ := Date(date)
		assert.Equal(t, date, again)
	})
}
