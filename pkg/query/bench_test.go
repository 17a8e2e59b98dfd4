package query

import (
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// fiveTables is a question over five tables: which organizations adopted what,
// in which group's care, with which names.
const fiveTables = `SELECT o.name, g.name, count(*) FROM parties p
JOIN adoptions a ON a.party_key = p.key JOIN agreement_responsible r ON r.agreement_id = p.agreement_id
JOIN records g ON g.ref = 'group/' || r.group_id JOIN records o ON o.ref = 'organization/' || p.organization_id
WHERE a.state = 'adopted' GROUP BY 1, 2`

// BenchmarkFill fills all tables, and puts a question over five, on the registry
// in VIS_BENCH_REGISTRY: one that vis-synth has made.
func BenchmarkFill(b *testing.B) {
	dir := os.Getenv("VIS_BENCH_REGISTRY")
	if dir == "" {
		b.Skip("VIS_BENCH_REGISTRY names no registry")
	}
	v := viewOf(b, dir, "2026-11-22")
	b.Logf("%d records", len(v.Records()))
	for name, asked := range map[string]string{"all": "", "five": fiveTables} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				begun := time.Now()
				db, err := Open(b.Context(), Source{View: v, Asked: asked})
				require.NoError(b, err)
				filled := time.Now()
				_, err = db.Ask(b.Context(), Question{SQL: fiveTables, Timeout: time.Minute})
				require.NoError(b, err)
				b.ReportMetric(float64(filled.Sub(begun).Milliseconds()), "fill-ms")
				b.ReportMetric(float64(time.Since(filled).Milliseconds()), "ask-ms")
				require.NoError(b, db.Close())
			}
		})
	}
}
