package synth_test

import (
	"context"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/synth"
)

// onDisk runs a benchmark over registries of growing size in a folder. The
// largest is left out with -short.
func onDisk(b *testing.B, run func(b *testing.B, dir string)) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			if testing.Short() && n > 10_000 {
				b.Skip("-short")
			}
			dir := b.TempDir()
			require.NoError(b, generate(b, synth.Options{Records: n, Seed: 1}).WriteDir(dir))
			b.ResetTimer()
			run(b, dir)
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/record")
		})
	}
}

// BenchmarkLoad is reading a registry without a cache.
func BenchmarkLoad(b *testing.B) {
	onDisk(b, func(b *testing.B, dir string) {
		for b.Loop() {
			_, err := load.Registry(context.Background(), os.DirFS(dir))
			require.NoError(b, err)
		}
	})
}

// BenchmarkRules is every rule over a registry that is already read.
func BenchmarkRules(b *testing.B) {
	onDisk(b, func(b *testing.B, dir string) {
		loaded, err := load.Registry(context.Background(), os.DirFS(dir))
		require.NoError(b, err)
		for b.Loop() {
			decide(b, loaded)
		}
	})
}

// BenchmarkValidate is reading without a cache and every rule.
func BenchmarkValidate(b *testing.B) {
	onDisk(b, func(b *testing.B, dir string) {
		for b.Loop() {
			loaded, err := load.Registry(context.Background(), os.DirFS(dir))
			require.NoError(b, err)
			decide(b, loaded)
		}
	})
}

func decide(b *testing.B, loaded *load.Result) {
	day, err := edtf.ParseDay(synth.AsOf)
	require.NoError(b, err)
	out, err := rules.Run(context.Background(), loaded, loaded.Registry.At(day, day), rules.Options{Profile: rule.Pedantic})
	require.NoError(b, err)
	require.Empty(b, out.Findings)
}

// BenchmarkGenerate is making a registry in memory.
func BenchmarkGenerate(b *testing.B) {
	for b.Loop() {
		generate(b, synth.Options{Records: 10_000, Seed: 1})
	}
}
