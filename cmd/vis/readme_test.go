package main_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/cli"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rules"
)

// README.md is run by the tests of this file:
//
//   - Each chapter (a heading of the second level) gets its own copy of registry/,
//     and its steps are taken in order.
//   - In a block of the sort console each line "$ COMMAND" is run in the folder
//     that holds the copy, and the lines below it must be what it writes, on
//     either stream. White space at the end of a line does not count. An exit
//     code other than 0 is the last line, "[slutkod 1]" or "[exit code 1]".
//   - "vis …" and "go run ./cmd/vis …" run in this process. "go test ./..." is not
//     run, since it would run itself. "cd DIR" holds for the rest of the chapter.
//   - With "lines=N" after the word console, only the first N lines stand there,
//     with "show=WORD" only those that hold the word, and "…" for the rest.
//   - A block of the sort yaml or csv is a file to write, or lines to append, and one of
//     the sort diff is lines to exchange. The line above the block names the file.
//
// The outputs are written anew by
//
//	go test ./cmd/vis -run Readme -update
const (
	readmePath  = "../../README.md"
	readmeToday = "2026-11-22"
	readmeWidth = 110 // the window that README says its outputs are taken in
)

// The other tests of this package may have the flag already.
func init() {
	if flag.Lookup("update") == nil {
		flag.Bool("update", false, "write the outputs in README.md anew")
	}
}

func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	doc := readReadme(t)
	if flag.Lookup("update").Value.String() == "true" {
		updated, problems := doc.run(t)
		require.Empty(t, problems.notOutput())
		require.NoError(t, os.WriteFile(readmePath, []byte(updated), 0o644))
		doc = readReadme(t)
	}
	_, problems := doc.run(t)
	for _, p := range problems {
		t.Errorf("README.md:%d: %s", p.line, p.text)
	}
	var steps int
	for _, c := range doc.chapters {
		steps += len(c.steps)
	}
	assert.Greater(t, steps, 10, "steps found in README.md")
	assert.Less(t, strings.Count(doc.text(), "\n"), 500, "lines in README.md")
}

// TestReadmeNamesTheTwoCommands is the promise that a fresh machine with Go needs
// no more than these, as they stand.
func TestReadmeNamesTheTwoCommands(t *testing.T) {
	doc := readReadme(t)
	var shown []string
	for _, c := range doc.chapters {
		for _, s := range c.steps {
			shown = append(shown, s.command)
		}
	}
	assert.Contains(t, shown, "go run ./cmd/vis validate")
	assert.Contains(t, shown, "go test ./...")
}

// TestReadmeCanFail breaks README in each way that the first test is there to
// find, and demands that it is found.
func TestReadmeCanFail(t *testing.T) {
	const good = "## Prov\n" +
		"Skriv filen `registry/sources/prov.yaml`:\n\n" +
		"```yaml\ntitle: Påhittad källa\ntype: protocol\ndate: 2026-09-17\n```\n\n" +
		"Byt i `registry/sources/prov.yaml`:\n\n" +
		"```diff\n-type: protocol\n+type: report\n```\n\n" +
		"```console\n$ vis list källor --as-of 2026-02-30\n" +
		"vis: OUTPUT\n[slutkod 2]\n\n" +
		"$ vis validate -q registry/sources/prov.yaml\n```\n\n" +
		"```console lines=2\n$ vis schema output validate\nOUTPUT\n…\n```\n\n" +
		"```console\n$ go test ./...\n```\n"
	small := fstest.MapFS{"vis.yaml": {Data: []byte("schema: 1\nname: Prov\nlanguage: sv\n")}}
	run := func(t *testing.T, text string) (string, readmeProblems) {
		doc := parseReadme(text)
		doc.registry = small
		return doc.run(t)
	}
	updated, problems := run(t, good)
	require.Empty(t, problems.notOutput())
	require.NotEmpty(t, problems, "an output that is not the product's")
	require.NotContains(t, updated, "OUTPUT")
	again, problems := run(t, updated)
	require.Empty(t, problems)
	require.Equal(t, updated, again, "an update that changes nothing changes no byte")

	for name, change := range map[string][2]string{
		"output changed":           {`"$schema"`, `"$shema"`},
		"output of an error":       {"vis: ", "vis:: "},
		"exit code changed":        {"[slutkod 2]", "[slutkod 1]"},
		"exit code missing":        {"[slutkod 2]\n", ""},
		"output where none is":     {"prov.yaml\n```\n", "prov.yaml\nInga fynd.\n```\n"},
		"rest not marked":          {"…\n", ""},
		"command changed":          {"--as-of 2026-02-30", "--as-of 2026-02-28"},
		"unknown program":          {"$ vis schema", "$ rm schema"},
		"shell needed":             {"output validate\n", "output validate | sort\n"},
		"file changed":             {"date: 2026-09-17", "date: 2026-19-17"},
		"file without a name":      {"Skriv filen `registry/sources/prov.yaml`:", "Skriv filen:"},
		"file outside the copy":    {"Skriv filen `registry/", "Skriv filen `../registry/"},
		"nothing to exchange":      {"-type: protocol", "-type: letter"},
		"output of the test suite": {"$ go test ./...\n", "$ go test ./...\nok\n"},
		"block of no known sort":   {"```console\n$ go test", "```sh\n$ go test"},
		"attribute not known":      {"console lines=2", "console line=2"},
		"block left open":          {"$ go test ./...\n```\n", "$ go test ./...\n"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, 1, strings.Count(updated, change[0]), "%q stands once", change[0])
			_, problems := run(t, strings.Replace(updated, change[0], change[1], 1))
			assert.NotEmpty(t, problems)
		})
	}
}

// TestReadmeDates tests each table row "| `FORM` | … | EARLIEST | LATEST |".
func TestReadmeDates(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| `([^`]+)` \\|.*\\| (–|\\d{4}-\\d\\d-\\d\\d) \\| (–|\\d{4}-\\d\\d-\\d\\d) \\|$")
	rows := row.FindAllStringSubmatch(readReadme(t).text(), -1)
	require.Greater(t, len(rows), 8)
	day := func(d edtf.Day) string {
		if d.IsOpen() {
			return "–"
		}
		return d.String()
	}
	for _, r := range rows {
		d, err := edtf.Parse(r[1])
		require.NoError(t, err)
		assert.Equal(t, r[2:], []string{day(d.Earliest()), day(d.Latest())}, r[1])
	}
}

// TestReadmeNames finds what the prose names: commands, flags, rules and files.
func TestReadmeNames(t *testing.T) {
	doc := readReadme(t)
	written := map[string]bool{}
	for _, c := range doc.chapters {
		for _, s := range c.steps {
			written[s.file] = true
		}
	}
	var ruleIDs []string
	for _, r := range rules.Catalogue() {
		ruleIDs = append(ruleIDs, r.ID)
	}
	for _, r := range review.Catalogue() {
		ruleIDs = append(ruleIDs, r.ID)
	}
	help := map[string]string{}
	for _, lang := range []string{"sv", "en"} {
		for _, name := range []string{"validate", "explain", "acknowledge", "list", "show", "who", "rules", "schema", "version", "completion", "diff", "review", "log", "git-diff-driver", "calendar", "brief", "fmt", "doctor", "import", "init", "new", "man", "help", "report", "graph", "query", "export"} {
			out, code := runVis(t, ".", []string{"help", name, "--lang", lang})
			require.Equal(t, 0, code, out)
			help[name] += out
		}
	}
	var found int
	for i, line := range doc.lines {
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(line, -1) {
			words, where := strings.Fields(m[1]), fmt.Sprintf("README.md:%d: %s", i+1, m[1])
			switch {
			case len(words) == 0:
			case words[0] == "vis" && len(words) > 1:
				found++
				require.Contains(t, help, words[1], where)
				for _, w := range words[2:] {
					if strings.HasPrefix(w, "--") {
						assert.Contains(t, help[words[1]], w+" ", where)
					}
				}
			case strings.HasPrefix(words[0], "-"):
				found++
				assert.True(t, slices.ContainsFunc(slices.Collect(maps.Values(help)), func(h string) bool {
					return regexp.MustCompile(`(?m)[ ,]` + regexp.QuoteMeta(words[0]) + `[ ,\n]`).MatchString(h)
				}), where)
			case regexp.MustCompile(`^(registry|cmd|pkg|testdata)(/|$)`).MatchString(m[1]):
				found++
				_, err := os.Stat(filepath.Join("../..", filepath.FromSlash(m[1])))
				assert.True(t, err == nil || written[m[1]], where)
			case regexp.MustCompile(`^[a-z]+(-[a-z]+){2,}$`).MatchString(m[1]) && m[1] != "not-applicable":
				found++
				assert.Contains(t, ruleIDs, m[1], where)
			}
		}
	}
	assert.Greater(t, found, 15, "names found in README.md")
}

// readme is README.md, cut into what can be run.
type readme struct {
	lines    []string
	chapters []readmeChapter
	problems readmeProblems
	registry fs.FS // what each chapter has a copy of
}

type readmeChapter struct{ steps []readmeStep }

// readmeStep is a command, or something to do to a file.
type readmeStep struct {
	line int // index in lines

	command  string
	from, to int    // the lines of its output
	limit    int    // of lines shown; 0 for all of them
	show     string // what a line shown must hold
	last     bool   // of its block

	file string
	sort string // write, append or exchange
	body []string
}

// readmeProblem is where README is not what the product does.
type readmeProblem struct {
	line   int // from 1
	text   string
	output bool // the output is another one; the update switch mends that
}

type readmeProblems []readmeProblem

func (p readmeProblems) notOutput() (out []string) {
	for _, one := range p {
		if !one.output {
			out = append(out, fmt.Sprintf("README.md:%d: %s", one.line, one.text))
		}
	}
	return out
}

func readReadme(t *testing.T) *readme {
	data, err := os.ReadFile(readmePath)
	require.NoError(t, err)
	return parseReadme(strings.ReplaceAll(string(data), "\r\n", "\n"))
}

func (d *readme) text() string { return strings.Join(d.lines, "\n") }

func (d *readme) problem(line int, format string, args ...any) {
	d.problems = append(d.problems, readmeProblem{line: line + 1, text: fmt.Sprintf(format, args...)})
}

// readmeFile is the line above a yaml or diff block.
var readmeFile = regexp.MustCompile("(?i)^(?:.* )?(skriv filen|write the file|lägg sist i|append to|byt i|exchange in) `((?:registry/)?[a-z0-9./_-]+)`.*:$")

func parseReadme(text string) *readme {
	d := &readme{lines: strings.Split(text, "\n"), registry: os.DirFS("../../registry")}
	var c readmeChapter
	for i := 0; i < len(d.lines); i++ {
		line := d.lines[i]
		if strings.HasPrefix(line, "## ") {
			d.chapters, c = append(d.chapters, c), readmeChapter{}
		}
		if !strings.HasPrefix(line, "```") {
			continue
		}
		end := i + 1
		for end < len(d.lines) && d.lines[end] != "```" {
			end++
		}
		if end == len(d.lines) {
			d.problem(i, "the block is left open")
			break
		}
		sort, attribute, _ := strings.Cut(strings.TrimPrefix(line, "```"), " ")
		switch sort {
		case "console":
			c.steps = append(c.steps, d.commands(i, end, attribute)...)
		case "yaml", "csv", "diff":
			c.steps = append(c.steps, d.fileStep(i, end, sort)...)
		default:
			d.problem(i, "a block of the sort %q cannot be run", sort)
		}
		i = end
	}
	d.chapters = append(d.chapters, c)
	return d
}

// commands are the steps of a console block between the fences.
func (d *readme) commands(open, end int, attribute string) (steps []readmeStep) {
	var limit int
	var show string
	switch name, value, _ := strings.Cut(attribute, "="); {
	case attribute == "":
	case name == "show" && value != "":
		show = value
	default:
		n, err := strconv.Atoi(value)
		if name != "lines" || err != nil || n < 1 {
			d.problem(open, "%q is neither lines=N nor show=WORD", attribute)
		}
		limit = n
	}
	for i := open + 1; i < end; i++ {
		command, ok := strings.CutPrefix(d.lines[i], "$ ")
		if !ok {
			d.problem(i, "output without a command")
			continue
		}
		s := readmeStep{line: i, command: command, from: i + 1, to: i + 1, limit: limit, show: show}
		for s.to < end && !strings.HasPrefix(d.lines[s.to], "$ ") {
			s.to++
		}
		s.last = s.to == end
		i = s.to - 1
		steps = append(steps, s)
	}
	return steps
}

func (d *readme) fileStep(open, end int, sort string) []readmeStep {
	above := open - 1
	for above > 0 && d.lines[above] == "" {
		above--
	}
	m := readmeFile.FindStringSubmatch(d.lines[max(above, 0)])
	if m == nil || strings.Contains(m[2], "..") {
		d.problem(open, "the line above the block does not say which file of the registry it is")
		return nil
	}
	does := map[string]string{
		"skriv filen": "write", "write the file": "write", "lägg sist i": "append", "append to": "append",
		"byt i": "exchange", "exchange in": "exchange",
	}[strings.ToLower(m[1])]
	if (sort == "diff") != (does == "exchange") {
		d.problem(open, "lines to exchange stand in a diff block, and nothing else does")
	}
	return []readmeStep{{line: open, file: m[2], sort: does, body: d.lines[open+1 : end]}}
}

// run takes every step and returns README with the outputs that came, and where
// it differs from them.
func (d *readme) run(t *testing.T) (updated string, problems readmeProblems) {
	problems = slices.Clone(d.problems)
	lines := slices.Clone(d.lines)
	type exchange struct {
		from, to int
		with     []string
	}
	var exchanges []exchange
	for _, c := range d.chapters {
		if len(c.steps) == 0 {
			continue
		}
		r := newReadmeRun(t, d.registry, c)
		for _, s := range c.steps {
			if s.file != "" {
				if err := r.change(s); err != nil {
					problems = append(problems, readmeProblem{line: s.line + 1, text: err.Error()})
				}
				continue
			}
			out, err := r.command(s.command)
			if err == errSkipped {
				continue
			}
			if err != nil {
				problems = append(problems, readmeProblem{line: s.line + 1, text: err.Error()})
				continue
			}
			got := s.shown(out)
			if want := trimLines(d.lines[s.from:s.to]); !slices.Equal(want, got) {
				problems = append(problems, readmeProblem{line: s.line + 1, output: true, text: fmt.Sprintf(
					"%s\nREADME says:\n%s\nthe product says:\n%s", s.command, strings.Join(want, "\n"), strings.Join(got, "\n"))})
			}
			if !s.last {
				got = append(slices.Clone(got), "")
			}
			exchanges = append(exchanges, exchange{s.from, s.to, got})
		}
	}
	slices.SortFunc(exchanges, func(a, b exchange) int { return cmp.Compare(b.from, a.from) })
	for _, e := range exchanges {
		for _, line := range e.with {
			if strings.HasPrefix(line, "```") || strings.HasPrefix(line, "$ ") {
				problems = append(problems, readmeProblem{line: e.from, text: "the output cannot stand in a block: " + line})
			}
		}
		lines = slices.Replace(lines, e.from, e.to, e.with...)
	}
	return strings.Join(lines, "\n"), problems
}

// shown is what README shows of an output.
func (s readmeStep) shown(out string) []string {
	var shown []string
	for i, line := range trimLines(strings.Split(out, "\n")) {
		switch {
		case (s.limit == 0 || i < s.limit) && strings.Contains(line, s.show):
			shown = append(shown, line)
		case len(shown) == 0 || shown[len(shown)-1] != "…":
			shown = append(shown, "…")
		}
	}
	return shown
}

// trimLines drops empty lines at the end, and white space at the end of lines.
func trimLines(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimRight(line, " \t")
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}

// readmeRun is one chapter being run.
type readmeRun struct {
	t   *testing.T
	dir string
	git bool
}

func newReadmeRun(t *testing.T, files fs.FS, c readmeChapter) *readmeRun {
	r := &readmeRun{t: t, dir: t.TempDir()}
	require.NoError(t, os.CopyFS(filepath.Join(r.dir, "registry"), files))
	if slices.ContainsFunc(c.steps, func(s readmeStep) bool { return strings.Contains(s.command, "--rev") || needsGit(s.command) }) {
		r.commit()
	}
	return r
}

// needsGit reports whether a command compares versions.
func needsGit(command string) bool {
	return strings.HasPrefix(command, "vis diff") || strings.HasPrefix(command, "vis log")
}

// commit makes the copy a git repository, if there is git.
func (r *readmeRun) commit() {
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("VIS_REQUIRE_GIT") == "1" {
			r.t.Fatal("git is not installed, and VIS_REQUIRE_GIT=1 demands it")
		}
		r.t.Log("git is not installed: the commands of README with --rev are not run")
		return
	}
	for _, args := range [][]string{
		{"init", "--quiet"}, {"add", "--all"}, {"commit", "--quiet", "--message", "registry: before the example"},
	} {
		c := exec.Command("git", append([]string{"-c", "core.autocrlf=false", "-c", "commit.gpgsign=false"}, args...)...)
		c.Dir = r.dir
		for _, v := range os.Environ() {
			if !strings.HasPrefix(v, "GIT_") {
				c.Env = append(c.Env, v)
			}
		}
		c.Env = append(c.Env, "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=Åsa Öberg",
			"GIT_AUTHOR_EMAIL=asa@example.org", "GIT_COMMITTER_NAME=Åsa Öberg", "GIT_COMMITTER_EMAIL=asa@example.org")
		out, err := c.CombinedOutput()
		require.NoError(r.t, err, string(out))
	}
	r.git = true
}

var errSkipped = errors.New("not run here")

// command runs a command and returns what it wrote, with the exit code below.
func (r *readmeRun) command(line string) (string, error) {
	args, err := splitCommand(line)
	if err != nil {
		return "", err
	}
	switch {
	case len(args) == 2 && args[0] == "cd":
		if !filepath.IsLocal(args[1]) {
			return "", fmt.Errorf("%q leads out of the example", line)
		}
		r.dir = filepath.Join(r.dir, args[1])
		return "", nil
	case line == "go test ./...":
		return "", nil // nothing may stand below it; the continuous integration runs it
	case len(args) > 3 && slices.Equal(args[:3], []string{"go", "run", "./cmd/vis"}):
		args = args[3:]
	case len(args) > 1 && args[0] == "vis":
		args = args[1:]
	default:
		return "", fmt.Errorf("no test knows how to run %q", line)
	}
	if (slices.Contains(args, "--rev") || needsGit(line)) && !r.git {
		return "", errSkipped
	}
	out, code := runVis(r.t, r.dir, args)
	if code != 0 {
		words := "slutkod"
		if i := slices.Index(args, "--lang"); i >= 0 && args[i+1] == "en" {
			words = "exit code"
		}
		out = strings.TrimRight(out, "\n") + fmt.Sprintf("\n[%s %d]", words, code)
		out = strings.TrimLeft(out, "\n")
	}
	return out, nil
}

// runVis runs the program in this process.
func runVis(t *testing.T, dir string, args []string) (string, int) {
	abs, err := filepath.Abs(dir)
	require.NoError(t, err)
	var both bytes.Buffer
	env := map[string]string{"VIS_TODAY": readmeToday, "LANG": "sv_SE.UTF-8"}
	code := cli.Run(context.Background(), cli.Env{
		Args: args, Dir: abs, In: strings.NewReader(""), Out: &both, Err: &both,
		Getenv: func(name string) string { return env[name] }, Width: readmeWidth,
	})
	return both.String(), code
}

// splitCommand cuts a command at spaces, and knows double quotes and nothing
// else of a shell.
func splitCommand(line string) ([]string, error) {
	var args []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			args = append(args, part)
			continue
		}
		if strings.ContainsAny(part, "|<>;&$`\\'*?") {
			return nil, fmt.Errorf("%q needs a shell", line)
		}
		args = append(args, strings.Fields(part)...)
	}
	return args, nil
}

// change writes, appends to or changes a file.
func (r *readmeRun) change(s readmeStep) error {
	name := filepath.Join(r.dir, filepath.FromSlash(path.Clean(s.file)))
	text := strings.Join(s.body, "\n") + "\n"
	switch s.sort {
	case "write":
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		return os.WriteFile(name, []byte(text), 0o644)
	case "append":
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(name, append(data, text...), 0o644)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return exchangeLines(name, string(data), s.body)
}

// exchangeLines takes out the lines that begin with - and puts those that begin
// with + in their place.
func exchangeLines(name, data string, body []string) error {
	var before, after strings.Builder
	for _, line := range body {
		switch {
		case strings.HasPrefix(line, "-"):
			before.WriteString(line[1:] + "\n")
		case strings.HasPrefix(line, "+"):
			after.WriteString(line[1:] + "\n")
		default:
			return fmt.Errorf("neither taken out nor put in: %q", line)
		}
	}
	if n := strings.Count("\n"+data, "\n"+before.String()); n != 1 {
		return fmt.Errorf("the lines to take out stand %d times in the file", n)
	}
	return os.WriteFile(name, []byte(strings.Replace("\n"+data, "\n"+before.String(), "\n"+after.String(), 1)[1:]), 0o644)
}
