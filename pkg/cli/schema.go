package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// schemas are the JSON Schemas of the program's own output, by command.
var schemas = map[string]string{"validate": render.ValidateSchema, "diff": render.DiffSchema, "log": render.LogSchema, "review": render.ReviewSchema}

func (a *app) schemaCommand() *cobra.Command {
	names := slices.Sorted(maps.Keys(schemas))
	allowed := text.Or(names)
	return &cobra.Command{
		Use:   "schema output " + strings.Join(names, "|"),
		Short: a.pick("Skriver JSON-schemat för utdata från ett kommando", "Prints the JSON Schema of a command's output"),
		Long: a.pick(`Skriver det JSON-schema (draft 2020-12) som beskriver vad ett kommando skriver med
--format json. Formatet är stabilt: schema ökar om det ändras.`,
			`Prints the JSON Schema (draft 2020-12) that describes what a command writes with
--format json. The format is stable: schema is raised if it changes.`),
		Example: "  vis schema output validate > validate.schema.json",
		Args: a.arguments(2, 2, text.Both{
			Sv: "ordet output och ett kommando: " + allowed.Sv, En: "the word output and a command: " + allowed.En}),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			return [][]string{{"output"}, names, nil}[min(len(args), 2)], cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			schema, ok := schemas[args[1]]
			if args[0] != "output" || !ok {
				return a.usage(text.NoSuchSchema, text.Args{"value": args[0] + " " + args[1], "allowed": text.Both{Sv: "output och " + allowed.Sv, En: "output and " + allowed.En}})
			}
			_, err := fmt.Fprint(a.out(), schema)
			return err
		},
	}
}
