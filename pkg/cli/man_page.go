package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/render"
)

// manMark stands in every page, so that nothing else is written over.
const manMark = `.\" ` + "vis man\n"

// manName is the name of a command's page: vis-validate.
func manName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// manPage writes the page of a command for man(7).
func (a *app) manPage(c *cobra.Command, day edtf.Day) string {
	m := &manual{}
	// The first line tells man(1) how the rest is written.
	m.WriteString("'\\\" -*- coding: UTF-8 -*-\n" + manMark)
	fmt.Fprintf(m, ".TH \"%s\" \"1\" \"%s\" \"vis %s\" \"vis\"\n", roff(strings.ToUpper(manName(c))), day, roff(a.Build.Version))
	m.WriteString(".nh\n.ad l\n") // words and paths are not parted at the end of a line

	m.section(a.pick("namn", "name"))
	m.line(manName(c) + " - " + c.Short)

	m.section(a.pick("anrop", "synopsis"))
	fmt.Fprintf(m, "\\fB%s\\fR %s\n", roff(useLine(c)), a.pick("[FLAGGOR]", "[FLAGS]"))

	if c.Long != "" {
		m.section(a.pick("beskrivning", "description"))
		m.text(c.Long)
	}
	if c.HasAvailableSubCommands() {
		m.section(a.pick("kommandon", "commands"))
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				m.entry(roff(sub.Name()), sub.Short)
			}
		}
	}
	flags := func(heading string, set *pflag.FlagSet) {
		first := true
		a.eachFlag(c, set, func(f *pflag.Flag, value, about string) {
			if first {
				m.section(heading)
				first = false
			}
			name := `\fB` + roff("--"+f.Name) + `\fR`
			if f.Shorthand != "" {
				name = `\fB` + roff("-"+f.Shorthand) + `\fR, ` + name
			}
			if value != "" {
				name += ` \fI` + roff(value) + `\fR`
			}
			m.entry(name, about)
		})
	}
	flags(a.pick("flaggor", "options"), c.LocalNonPersistentFlags())
	if c.HasParent() {
		flags(a.pick("flaggor för alla kommandon", "options of every command"), c.InheritedFlags())
	} else {
		flags(a.pick("flaggor för alla kommandon", "options of every command"), c.PersistentFlags())
		a.manOfProgram(m)
	}
	if c.Example != "" {
		m.section(a.pick("exempel", "examples"))
		m.text(c.Example)
	}
	m.section(a.pick("se även", "see also"))
	m.line(strings.Join(manSeeAlso(c), ", "))
	return m.String()
}

// manOfProgram writes what is the same for every command.
func (a *app) manOfProgram(m *manual) {
	m.section(a.pick("slutkoder", "exit status"))
	for _, row := range a.exitCodes() {
		m.entry(row[0], row[1])
	}
	m.section(a.pick("miljö", "environment"))
	for _, v := range environment {
		m.entry(roff(v.name), v.says.In(a.lang))
	}
}

// manSeeAlso are the pages above and below one.
func manSeeAlso(c *cobra.Command) []string {
	var pages []string
	if c.HasParent() {
		pages = append(pages, manName(c.Parent())+"(1)")
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			pages = append(pages, manName(sub)+"(1)")
		}
	}
	return pages
}

// manual is a page as it grows.
type manual struct{ strings.Builder }

func (m *manual) section(heading string) {
	fmt.Fprintf(m, ".SH %s\n", roff(strings.ToUpper(heading)))
}

// line writes words that may be broken anywhere.
func (m *manual) line(s string) { fmt.Fprintln(m, roff(s)) }

// entry writes a word, which is roff already, and what it says.
func (m *manual) entry(word, says string) { fmt.Fprintf(m, ".TP\n%s\n%s\n", word, roff(says)) }

// text writes paragraphs, and lines with an indent as they stand.
func (m *manual) text(s string) {
	asIs := false
	stop := func() {
		if asIs {
			m.WriteString(".fi\n")
		}
		asIs = false
	}
	for line := range strings.SplitSeq(strings.Trim(s, "\n"), "\n") {
		switch indented := strings.HasPrefix(line, " "); {
		case line == "":
			stop()
			m.WriteString(".PP\n")
			continue
		case indented && !asIs:
			m.WriteString(".nf\n")
			asIs = true
		case !indented:
			stop()
		}
		m.line(line)
	}
	stop()
}

// roffEscapes are the characters that roff takes for something else. A hyphen is
// one that can be copied into a shell.
var roffEscapes = strings.NewReplacer(`\`, `\e`, "-", `\-`, `"`, `\(dq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`)

// roff writes words on one line so that roff reads them as they are. A dot or a
// quote that begins a line would be a request.
func roff(s string) string {
	s = roffEscapes.Replace(render.Safe(s))
	if trimmed := strings.TrimLeft(s, " "); strings.HasPrefix(trimmed, ".") || strings.HasPrefix(trimmed, "'") {
		s = `\&` + s
	}
	return s
}
