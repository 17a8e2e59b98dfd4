package edit

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/sheet"
)

// BenchmarkImportMany takes in a list of 5,000 new people with names that are put
// together of the same few syllables, so that many look alike at a glance.
func BenchmarkImportMany(b *testing.B) {
	files := second(b, nil)
	loaded, err := load.Registry(b.Context(), files)
	require.NoError(b, err)
	day := edtf.DayOf(2025, 10, 1)
	view := loaded.Registry.At(day, day)
	random := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("An na Ma ri Sol veig Grin Tor vald Sig ne El la Ber ta Kar in")
	word := func(n int) (out string) {
		for range n {
			out += syllables[random.IntN(len(syllables))]
		}
		return out
	}
	var rows bytes.Buffer
	rows.WriteString("Namn;Slag;Grupp;Roll;Organisation\n")
	for range 5_000 {
		fmt.Fprintf(&rows, "%s %sson;tjänsteperson;Samklang hem;adjungerad;Mossöga kommun\n", word(2), word(3))
	}
	book, err := sheet.Read(rows.Bytes())
	require.NoError(b, err)
	for b.Loop() {
		out, err := Import(b.Context(), view, files, book, ImportOptions{Kind: model.RepresentativeKind, Source: "lansatlas-2025#6"})
		require.NoError(b, err)
		require.Greater(b, out.New(), 3_000)
	}
}
