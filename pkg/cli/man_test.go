package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/text"
)

// unroff takes away what roff adds to words.
func unroff(s string) string {
	s = regexp.MustCompile(`\\f[BIR]`).ReplaceAllString(s, "")
	return strings.NewReplacer(`\&`, "", `\-`, "-", `\e`, `\`, `\(dq`, `"`, `\(ga`, "`", `\(ha`, "^", `\(ti`, "~").Replace(s)
}

// TestManSaysWhatHelpSays: every command and flag, with the same words.
func TestManSaysWhatHelpSays(t *testing.T) {
	for _, lang := range []text.Lang{text.Swedish, text.English} {
		a := &app{Env: Env{Getenv: func(string) string { return "" }}, lang: lang}
		flags := 0
		for _, c := range withCommands(a.root()) {
			page := unroff(a.manPage(c, edtf.DayOf(2026, 11, 22)))
			for _, set := range []*pflag.FlagSet{c.LocalNonPersistentFlags(), c.InheritedFlags()} {
				a.eachFlag(c, set, func(f *pflag.Flag, value, about string) {
					assert.Contains(t, page, strings.TrimSpace("--"+f.Name+" "+value)+"\n"+about+"\n", c.CommandPath())
					flags++
				})
			}
			assert.Contains(t, page, "\n"+manName(c)+" - "+c.Short+"\n", "for apropos")
			assert.Contains(t, page, useLine(c))
			for _, told := range []string{c.Long, c.Example} {
				for line := range strings.Lines(told) {
					assert.Contains(t, page, strings.TrimRight(line, "\n"), c.CommandPath())
				}
			}
			if lang == text.Swedish {
				assert.NotRegexp(t, `(?m)^\.SH (NAME|DESCRIPTION|OPTIONS)`, page)
			}
		}
		assert.Greater(t, flags, 100)
	}
}

// TestRoffIsInert: words are words, wherever they stand.
func TestRoffIsInert(t *testing.T) {
	for s, want := range map[string]string{
		".SH X": `\&.SH X`, "  .so /etc/passwd": `\&  .so /etc/passwd`, "'x": `\&'x`, `a\fBb`: `a\efBb`, "--fix": `\-\-fix`, `"x"`: `\(dqx\(dq`, "a.b": "a.b", "åäö ”…”": "åäö ”…”",
	} {
		assert.Equal(t, want, roff(s))
		assert.Equal(t, s, unroff(roff(s)))
	}
	assert.NotContains(t, roff("a\nb\x1b[31m"), "\x1b")
	assert.NotContains(t, roff("a\n.so x"), "\n", "it stays on its line")

	a := &app{Env: Env{Getenv: func(string) string { return "" }, Build: Build{Version: `1" .so x`}}, lang: text.English}
	c := &cobra.Command{Use: "x", Short: ".so short", Long: ".so long\n\n  .so block\n'so q", Example: ".so example"}
	page := a.manPage(c, edtf.DayOf(2026, 11, 22))
	requests := regexp.MustCompile(`^(\.(TH|SH|TP|PP|nf|fi|nh|ad)( |$)|\.\\"|'\\")`)
	for line := range strings.Lines(page) {
		if line = strings.TrimSuffix(line, "\n"); strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			assert.Regexp(t, requests, line)
		}
	}
	assert.Equal(t, 8, strings.Count(strings.SplitN(page, "\n", 4)[2], `"`)-2, "the heading's arguments stay within their quotes")
}

// TestManWritesItsOwnFilesOnly in the folder that is named.
func TestManWritesItsOwnFilesOnly(t *testing.T) {
	dir := t.TempDir()
	r := vis(t, dir, "man", "--write", "man1")
	require.Equal(t, ExitClean, r.code, r.err)
	assert.Regexp(t, `^\d\d sidor skrevs i man1\. Så läses en: man man1/vis\.1\n$`, r.out)
	top, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, top, 1)
	pages, err := filepath.Glob(filepath.Join(dir, "man1", "vis*.1"))
	require.NoError(t, err)
	assert.Len(t, pages, len(everyCommand()))

	first, err := os.ReadFile(filepath.Join(dir, "man1", "vis-list.1"))
	require.NoError(t, err)
	assert.Contains(t, string(first), `"2026-11-22"`)
	assert.Equal(t, string(first), vis(t, dir, "man", "list").out)
	assert.Equal(t, ExitClean, vis(t, dir, "man", "--write", "man1", "-q", "--lang", "en", "--as-of", "2020-01-02").code, "again, over its own")
	again, err := os.ReadFile(filepath.Join(dir, "man1", "vis-list.1"))
	require.NoError(t, err)
	assert.Contains(t, string(again), `"2020-01-02"`)
	assert.Contains(t, string(again), ".SH SYNOPSIS\n")

	require.NoError(t, os.WriteFile(pages[len(pages)-1], []byte("mine"), 0o644))
	before, err := os.ReadFile(pages[0])
	require.NoError(t, err)
	r = vis(t, dir, "man", "--write", "man1")
	assert.Equal(t, ExitUsage, r.code)
	assert.Contains(t, r.err, "är ingen manualsida från vis")
	after, err := os.ReadFile(pages[0])
	require.NoError(t, err)
	assert.Equal(t, string(before), string(after), "nothing was written")
}

// TestManIsReadWithoutComplaint by groff, where there is one.
func TestManIsReadWithoutComplaint(t *testing.T) {
	groff, err := exec.LookPath("groff")
	if err != nil && os.Getenv("VIS_REQUIRE_GROFF") == "" {
		t.Skip("groff is needed")
	}
	require.NoError(t, err)
	dir := t.TempDir()
	for _, lang := range []string{"sv", "en"} {
		require.Equal(t, ExitClean, vis(t, dir, "man", "--write", lang, "--lang", lang).code)
		pages, err := filepath.Glob(filepath.Join(dir, lang, "*.1"))
		require.NoError(t, err)
		c := exec.Command(groff, append([]string{"-man", "-ww", "-z", "-Tutf8", "-Kutf8"}, pages...)...)
		out, err := c.CombinedOutput()
		require.NoError(t, err, string(out))
		assert.Empty(t, string(out))
	}
}
