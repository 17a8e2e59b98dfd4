package cli

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) manCommand() *cobra.Command {
	dir := ""
	cmd := &cobra.Command{
		Use:   a.pick("man [KOMMANDO | --write MAPP]", "man [COMMAND | --write DIR]"),
		Short: a.pick("Skriver manualsidor för man", "Writes manual pages for man"),
		Long: a.pick(`Skriver manualsidan för ett kommando, eller för programmet självt, så som man läser den.
--write skriver alla sidor i en mapp, en fil för varje kommando, på språket i --lang. Bara
sidor från vis skrivs över. Sidornas datum är dagen i --as-of, annars dagens.`,
			`Writes the manual page of a command, or of the program itself, in the form that man reads.
--write writes all pages in a folder, a file for each command, in the language of --lang.
Only pages from vis are written over. The date of the pages is that of --as-of, otherwise
today.`),
		Example: `  vis man validate > vis-validate.1
  vis man --write ~/.local/share/man/man1
  vis man --write man/sv/man1 --lang sv`,
		Args: a.arguments(0, -1, text.Both{}),
		ValidArgsFunction: once(func(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			return beginning(commandNames(c.Root()), typed), cobra.ShellCompDirectiveNoFileComp
		}),
		RunE: func(c *cobra.Command, args []string) error { return a.man(c, args, dir) },
	}
	cmd.Flags().StringVar(&dir, "write", "", a.pick("skriv alla sidor i den här mappen", "write all pages in this folder"))
	_ = cmd.MarkFlagDirname("write")
	return cmd
}

var (
	manForeign = text.Both{
		Sv: "{file} finns redan och är ingen manualsida från vis; flytta filen, eller välj en annan mapp med --write",
		En: "{file} exists and is no manual page from vis; move the file, or choose another folder with --write",
	}
	manWritten = text.Both{
		Sv: "{n|En sida|# sidor} skrevs i {dir}. Så läses en: man {page}",
		En: "Wrote {n|one page|# pages} in {dir}. To read one: man {page}",
	}
)

func (a *app) man(c *cobra.Command, args []string, dir string) error {
	day, err := a.day()
	if err != nil {
		return err
	}
	if c.Flags().Changed("write") {
		switch {
		case len(args) > 0:
			return a.usage(text.TooManyArguments, text.Args{"value": args[0], "usage": "vis man --write " + a.valueName("write")})
		case dir == "":
			return a.usage(text.FlagNeedsValue, text.Args{"name": "--write"})
		}
		return a.writeManual(c.Root(), filepath.ToSlash(dir), func(c *cobra.Command) string { return a.manPage(c, day) })
	}
	command, rest, err := c.Root().Find(args)
	if err != nil || len(rest) > 0 {
		return a.unknownCommand(c.Root(), strings.Join(args, " "))
	}
	_, err = fmt.Fprint(a.out(), a.manPage(command, day))
	return err
}

// writeManual writes the page of every command in a folder.
func (a *app) writeManual(root *cobra.Command, dir string, page func(*cobra.Command) string) error {
	commands := withCommands(root)
	file := func(c *cobra.Command) string { return path.Join(dir, manName(c)+".1") }
	for _, c := range commands {
		if err := a.isOurs(file(c), manMark, manForeign); err != nil {
			return err
		}
	}
	for _, c := range commands {
		if err := a.writeBelow(file(c), []byte(page(c))); err != nil {
			return err
		}
	}
	if a.flags.quiet {
		return nil
	}
	shown := file(root)
	if !strings.Contains(shown, "/") {
		shown = "./" + shown
	}
	_, err := fmt.Fprintln(a.out(), manWritten.Say(a.lang, text.Args{"n": len(commands), "dir": dir, "page": shown}))
	return err
}

// withCommands is a command and all those under it that a person may use.
func withCommands(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			all = append(all, withCommands(sub)...)
		}
	}
	return all
}
