package query

import (
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// NamedFolder is where the named questions of a registry lie.
const NamedFolder = "queries"

// A NamedQuestion is a question kept in a file of the registry. The lines of
// comment that it begins with tell what it answers:
//
//	-- sv: Vilka grupper är vilande eller möts för sällan?
//	-- en: Which groups are dormant, or meet too seldom?
//	-- question: Q21
//	-- param group = uph: gruppens id | id of the group
type NamedQuestion struct {
	Name     string
	What     text.Both
	Question string // number in the list of questions that a registry must answer, or ""
	Params   []Param
	SQL      string
}

// A Param is a parameter of a named question, which has a value unless another
// is given.
type Param struct {
	Name, Value string
	What        text.Both
}

// mostOfFile is how large the file of a named question may be.
const mostOfFile = 64 << 10

// NamedQuestions reads the named questions of a registry, by name. A file whose
// name is no id, one that is not a plain file, and one that is too large are
// left out. The error is of reading the folder.
func NamedQuestions(registry fs.FS) ([]NamedQuestion, error) {
	entries, err := fs.ReadDir(registry, NamedFolder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []NamedQuestion
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".sql")
		if !ok || !model.IsSlug(name) || !e.Type().IsRegular() {
			continue
		}
		q, ok, err := readNamed(registry, name)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, q)
		}
	}
	return out, nil
}

func readNamed(registry fs.FS, name string) (q NamedQuestion, ok bool, err error) {
	f, err := registry.Open(NamedFolder + "/" + name + ".sql")
	if err != nil {
		return q, false, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostOfFile+1))
	if err != nil || len(data) > mostOfFile {
		return q, false, err
	}
	return ParseNamed(name, string(data)), true, nil
}

var paramLine = regexp.MustCompile(`^param ([a-z_]+) = ([^:]*):\s*(.*)$`)

// ParseNamed reads a named question.
func ParseNamed(name, sql string) NamedQuestion {
	q := NamedQuestion{Name: name, SQL: sql}
	for line := range strings.Lines(sql) {
		comment, ok := strings.CutPrefix(strings.TrimSpace(line), "--")
		if !ok {
			break
		}
		comment = strings.TrimSpace(comment)
		key, value, _ := strings.Cut(comment, ":")
		switch value = strings.TrimSpace(value); key {
		case "sv":
			q.What.Sv = value
		case "en":
			q.What.En = value
		case "question":
			q.Question = value
		default:
			if m := paramLine.FindStringSubmatch(comment); m != nil {
				sv, en, both := strings.Cut(m[3], " | ")
				if !both {
					en = sv
				}
				q.Params = append(q.Params, Param{m[1], strings.TrimSpace(m[2]), text.Both{Sv: sv, En: en}})
			}
		}
	}
	return q
}

// With are the values of the parameters of the question: those given, else its
// own. The error is a *Refused for one that it does not have.
func (q *NamedQuestion) With(given map[string]string) (map[string]string, error) {
	out := map[string]string{}
	var names []string
	for _, p := range q.Params {
		out[p.Name] = p.Value
		names = append(names, p.Name)
	}
	for name, value := range given {
		if !slices.Contains(names, name) {
			has := both("den har ingen", "it has none")
			if len(names) > 0 {
				list := text.List(names, text.Swedish)
				has = both("den har "+list, "it has "+text.List(names, text.English))
			}
			return nil, &Refused{both("frågan "+q.Name+" har ingen parameter "+name+"; "+has.Sv, "the question "+q.Name+" has no parameter "+name+"; "+has.En)}
		}
		out[name] = value
	}
	return out, nil
}
