package cli

import (
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/text"
)

// everyCommand are the names of all commands, and "" for the program itself.
func everyCommand() []string {
	a := &app{Env: Env{Getenv: func(string) string { return "" }}}
	names := []string{""}
	var add func(*cobra.Command, string)
	add = func(c *cobra.Command, path string) {
		for _, sub := range c.Commands() {
			names = append(names, path+sub.Name())
			add(sub, path+sub.Name()+" ")
		}
	}
	add(a.root(), "")
	return append(names, "help")
}

// ofTheLibrary are words that the library under the commands puts into help
// and messages.
var ofTheLibrary = regexp.MustCompile(`(?i)\b(usage|flags?|global|available|additional|commands?|examples?|help for|default|string|strings|use "|unknown|shorthand|arguments?|completion for|required)\b`)

// ownWords are commands, flags and values, which are English in any language.
var ownWords = regexp.MustCompile(`--[a-z-]+|\bdiff\.vis\.command\b|\bvis [a-z ]*\b|(?m)^  [a-z]+ `)

func TestHelpOfEveryCommand(t *testing.T) {
	names := everyCommand()
	require.Contains(t, names, "validate")
	for _, name := range names {
		args := strings.Fields(name)
		sv := vis(t, t.TempDir(), append(args, "--help")...)
		en := vis(t, t.TempDir(), append([]string{"LANG=en_GB.UTF-8"}, append(args, "--help")...)...)
		for _, r := range []result{sv, en} {
			assert.Equal(t, ExitClean, r.code, name)
			assert.Empty(t, r.err, name)
			for line := range strings.Lines(r.out) {
				assert.LessOrEqual(t, len([]rune(line)), 101, "%s: a line of help has room on a terminal: %s", name, line)
			}
		}
		assert.Contains(t, sv.out, "\nAnvändning:\n  vis ", name)
		assert.Contains(t, en.out, "\nUsage:\n  vis ", name)
		assert.NotRegexp(t, ofTheLibrary, ownWords.ReplaceAllString(sv.out, ""), "vis %s --help", name)
		assert.NotRegexp(t, `[åäöÅÄÖ]`, strings.NewReplacer("överenskommelser", "", "källor", "", "Södertälje", "", "vård", "").Replace(en.out), "vis %s --help", name)
		if name != "" {
			assert.Equal(t, sv, vis(t, t.TempDir(), append([]string{"help"}, args...)...), "vis help %s", name)
		}
	}
	assert.Equal(t, vis(t, t.TempDir(), "--help"), vis(t, t.TempDir()), "vis alone")
}

// TestHelpNamesEveryFormat checks that help, completion and the command agree.
func TestHelpNamesEveryFormat(t *testing.T) {
	a := &app{Env: Env{Getenv: func(string) string { return "" }}}
	for _, c := range a.root().Commands() {
		formats := formatsOf(c)
		help := vis(t, t.TempDir(), "LANG=en", c.Name(), "--help").out
		if len(formats) == 0 {
			assert.NotContains(t, help, "-f, --format", c.Name())
			continue
		}
		assert.Contains(t, help, "format: "+text.Or(formats).En+"\n", c.Name())
	}
}

func TestEveryFieldHasALabel(t *testing.T) {
	for _, lang := range []text.Lang{text.Swedish, text.English} {
		a := &app{lang: lang}
		seen := map[*model.Map]bool{}
		var check func(*model.Map, string)
		check = func(m *model.Map, at string) {
			for i := range m.Fields {
				f := &m.Fields[i]
				label := phrase.Writer{Lang: a.lang}.Label(f)
				assert.NotEmpty(t, label, "%s.%s", at, f.Key)
				assert.NotRegexp(t, `^(unknown|none)\b|[:;,]`, label, "%s.%s", at, f.Key)
				if f.Map != nil && !seen[f.Map] {
					seen[f.Map] = true
					check(f.Map, at+"."+f.Key)
				}
			}
		}
		for _, k := range model.RecordKinds() {
			check(model.Fields(k), k.String())
		}
	}
}
