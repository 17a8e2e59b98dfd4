package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A secretariat, an analyst, a reviewer and a municipality have 51 questions for
// the registry. A comment of a script marks where one of them is answered:
//
//	# Q05 Who sits in several forums?                   on the county's own registry
//	# Q05 elsewhere: five persons do.                   on another, or on one changed
//
// Several may share a mark: "# Q12, Q13 elsewhere: …". A mark holds until the next
// mark or empty line, and there something must be matched that a command of vis
// answered on such a registry.
const questions = 51

// TestQuestions demands that each question is answered on the county's own
// registry, and on one where the answer differs.
func TestQuestions(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(scripts, "*.txtar"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var all []questionMark
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		marks, problems := questionMarks(string(data))
		for _, p := range problems {
			t.Errorf("%s:%s", file, p)
		}
		all = append(all, marks...)
	}
	for _, p := range unanswered(all) {
		t.Error(p)
	}
}

// TestQuestionsCanFail breaks a script in each way that the test is there to
// find.
func TestQuestionsCanFail(t *testing.T) {
	const good = "env VIS_REGISTRY=$STOCKHOLM\n" +
		"# Q05 Who sits in several?\nexec vis report x\nstdout 'a'\n\n" +
		"# Q05 elsewhere: nobody.\nexec vis report x --registry $STOCKHOLM/../testdata/second\n! stdout 'a'\nstdout 'b'\n" +
		"-- Q99.txt --\n# Q99 is in a file\n"
	marks, problems := questionMarks(good)
	require.Empty(t, problems)
	assert.Equal(t, []questionMark{{5, false}, {5, true}}, marks)
	assert.Len(t, unanswered(marks), 2*(questions-1))
	assert.Len(t, unanswered(marks[:1]), 2*questions-1)

	for name, change := range map[string][2]string{
		"no such question":          {"# Q05 Who", "# Q52 Who"},
		"no question 0":             {"# Q05 Who", "# Q00 Who"},
		"mark of no known form":     {"# Q05 Who", "# Q5 Who"},
		"mark without words":        {"# Q05 Who sits in several?", "# Q05"},
		"nothing matched":           {"stdout 'a'\n\n", "\n"},
		"only what is not there":    {"\nstdout 'b'", "\n! stdout 'b'"},
		"matched in another place":  {"stdout 'a'\n\n", "\nstdout 'a'\n"},
		"matched before a command":  {"exec vis report x\n", ""},
		"not the county's own":      {"=$STOCKHOLM\n", "=$WORK/registry\n"},
		"the county's own elswhere": {" --registry $STOCKHOLM/../testdata/second", ""},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, 1, strings.Count(good, change[0]), "%q stands once", change[0])
			_, problems := questionMarks(strings.Replace(good, change[0], change[1], 1))
			assert.NotEmpty(t, problems)
		})
	}
}

// questionMark is a question that a script answers, on the county's own
// registry or elsewhere.
type questionMark struct {
	number    int
	elsewhere bool
}

var (
	aboutQuestion = regexp.MustCompile(`^# Q\d`)
	markLine      = regexp.MustCompile(`^# (Q\d\d(?:, Q\d\d)*)( elsewhere:)? \S`)
	runsVis       = regexp.MustCompile(`^(?:exec|! exec|exits \d) vis `)
	namesRegistry = regexp.MustCompile(` --registry[ =](\S+)`)
	matches       = regexp.MustCompile(`^(?:stdout|stderr|grep|cmp|cmpenv) `)
)

// questionMarks reads the marks of a script, and what is wrong with them, each
// with its line.
func questionMarks(script string) (marks []questionMark, problems []string) {
	var (
		open     []questionMark // that nothing is matched for yet
		line     int
		own, ran bool // the registry is the county's own; a command has answered
		kept     bool // what VIS_REGISTRY says
	)
	problem := func(format string, args ...any) {
		problems = append(problems, fmt.Sprintf("%d: ", line)+fmt.Sprintf(format, args...))
	}
	closeMarks := func() {
		for _, m := range open {
			problem("nothing is matched for Q%02d before this line", m.number)
		}
		open = nil
	}
	elsewhere, marked := false, false
	for text := range strings.Lines(script) {
		line++
		text = strings.TrimSuffix(text, "\n")
		if strings.HasPrefix(text, "-- ") && strings.HasSuffix(text, " --") {
			break
		}
		if set, found := strings.CutPrefix(text, "env VIS_REGISTRY="); found {
			kept = set == "$STOCKHOLM"
		}
		switch {
		case text == "":
			closeMarks()
			marked = false
		case aboutQuestion.MatchString(text):
			closeMarks()
			parts := markLine.FindStringSubmatch(text)
			if parts == nil {
				problem("expected “# Q01 words” or “# Q01 elsewhere: words”; found %q", text)
				continue
			}
			marked, elsewhere = true, parts[2] != ""
			for _, q := range strings.Split(parts[1], ", ") {
				n, _ := strconv.Atoi(q[1:])
				if n < 1 || n > questions {
					problem("there is no question %s", q)
				}
				open = append(open, questionMark{n, elsewhere})
			}
		case runsVis.MatchString(text):
			own, ran = kept, true
			if named := namesRegistry.FindStringSubmatch(text); named != nil {
				own = named[1] == "$STOCKHOLM"
			}
		case marked && ran && matches.MatchString(text):
			if own == elsewhere {
				problem("the mark says elsewhere: %t, but the answer matched is of the county's own registry: %t", elsewhere, own)
			}
			marks, open = append(marks, open...), nil
		}
	}
	line++
	closeMarks()
	return marks, problems
}

// unanswered lists the questions that no mark is of, by place.
func unanswered(marks []questionMark) (problems []string) {
	have := map[questionMark]bool{}
	for _, m := range marks {
		have[m] = true
	}
	for n := 1; n <= questions; n++ {
		if !have[questionMark{n, false}] {
			problems = append(problems, fmt.Sprintf("no script answers Q%02d on the county's own registry", n))
		}
		if !have[questionMark{n, true}] {
			problems = append(problems, fmt.Sprintf("no script answers Q%02d elsewhere", n))
		}
	}
	return problems
}
