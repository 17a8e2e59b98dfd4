package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// help writes the help of a command.
func (a *app) help(c *cobra.Command, _ []string) {
	var b strings.Builder
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	fmt.Fprintf(&b, "%s\n\n%s:\n  %s %s\n", about, a.lang.Word(text.UsageHeading), useLine(c), a.pick("[FLAGGOR]", "[FLAGS]"))
	if c.Example != "" {
		fmt.Fprintf(&b, "\n%s:\n%s\n", a.pick("Exempel", "Examples"), c.Example)
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s:\n", a.lang.Word(text.CommandsHeading))
		width := 0
		for _, name := range commandNames(c) {
			width = max(width, len(name))
		}
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(&b, "  %-*s %s\n", width, sub.Name(), sub.Short)
			}
		}
		if !c.HasParent() {
			a.listTopics(&b)
		}
	}
	a.helpFlags(&b, text.FlagsHeading, c, c.LocalNonPersistentFlags())
	common := c.InheritedFlags()
	if !c.HasParent() {
		common = c.PersistentFlags()
	}
	a.helpFlags(&b, text.CommonFlagsHeading, c, common)
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", a.lang.Say(text.MoreHelp, text.Args{"command": c.CommandPath()}))
	}
	_, _ = a.stdout.WriteString(b.String())
}

// useLine is how a command is called. The library's own has an English word.
func useLine(c *cobra.Command) string {
	if !c.HasParent() {
		return c.Use
	}
	return c.Parent().CommandPath() + " " + c.Use
}

func (a *app) helpFlags(b *strings.Builder, heading text.Key, c *cobra.Command, set *pflag.FlagSet) {
	var lines []string
	a.eachFlag(c, set, func(f *pflag.Flag, value, about string) {
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if value != "" {
			name += " " + value
		}
		indent := strings.Repeat(" ", 26)
		for i, line := range render.Wrap(about, 66) {
			if i == 0 {
				lines = append(lines, fmt.Sprintf("  %-23s %s", name, line))
				continue
			}
			lines = append(lines, indent+line)
		}
	})
	if len(lines) > 0 {
		fmt.Fprintf(b, "\n%s:\n%s\n", a.lang.Word(heading), strings.Join(lines, "\n"))
	}
}

// eachFlag gives the flags of a command that a person may use, each with what
// stands for its value, "" where it has none, and what it is for.
func (a *app) eachFlag(c *cobra.Command, set *pflag.FlagSet, do func(f *pflag.Flag, value, about string)) {
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		value, about := "", f.Usage
		if f.Value.Type() != "bool" {
			value = a.valueName(f.Name)
		}
		if formats := formatsOf(c); f.Name == "format" && c.HasParent() {
			if len(formats) == 0 {
				return
			}
			about = a.lang.Say(text.FormatFlag, text.Args{"formats": text.Or(formats)})
		}
		do(f, value, about)
	})
}

// valueName is what stands for the value of a flag in the help.
func (a *app) valueName(flag string) string {
	switch flag {
	case "registry", "write":
		return a.pick("MAPP", "DIR")
	case "output":
		return a.pick("FIL", "FILE")
	case "as-of":
		return a.pick("DAG", "DATE")
	case "rev":
		return "REV"
	case "rule":
		return a.pick("REGEL", "RULE")
	case "lang":
		return "sv|en"
	case "severity", "fail-on":
		return a.pick("GRAD", "SEVERITY")
	case "limit":
		return a.pick("ANTAL", "NUMBER")
	case "group", "organization":
		return "ID"
	case "name":
		return a.pick("NAMN", "NAME")
	case "county":
		return a.pick("KOD", "CODE")
	}
	return a.pick("VÄRDE", "VALUE")
}

// helpCommand is `vis help COMMAND` and `vis help TOPIC`.
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return inFormats(&cobra.Command{
		Use:               a.pick("help [KOMMANDO | ÄMNE]", "help [COMMAND | TOPIC]"),
		Short:             a.pick("Visar hjälp om ett kommando, ett slag av post, en regel eller ett ämne", "Shows help about a command, a kind of record, a rule or a topic"),
		ValidArgsFunction: once(completeFrom(func() []string { return append(commandNames(root), a.helpTopics()...) })),
		RunE: func(c *cobra.Command, args []string) error {
			if command, rest, err := root.Find(args); err == nil && len(rest) == 0 {
				a.help(command, nil)
				return nil
			}
			if found, err := a.topic(c, args); found {
				return err
			}
			return a.noSuchTopic(root, strings.Join(args, " "))
		},
	}, "text")
}
