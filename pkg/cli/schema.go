package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/export"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// schemas are the JSON Schemas of the program's own output, by command.
var schemas = map[string]string{"validate": render.ValidateSchema, "diff": render.DiffSchema, "log": render.LogSchema, "review": render.ReviewSchema, "report": render.ReportSchema}

type schemaFlags struct {
	write  string
	vscode bool
}

func (a *app) schemaCommand() *cobra.Command {
	var f schemaFlags
	names := slices.Sorted(maps.Keys(schemas))
	cmd := &cobra.Command{
		Use:   a.pick("schema [SLAG | output KOMMANDO]", "schema [KIND | output COMMAND]"),
		Short: a.pick("Skriver JSON-scheman för registrets filer och för utdata", "Prints JSON Schemas of the registry's files and of output"),
		Long: a.pick(`Skriver det JSON-schema (draft 2020-12) som beskriver filerna av ett slag, så att en
redigerare kan visa vad som får stå, föreslå ord och stryka under fel medan man skriver.
Utan SLAG visas vilka slag och filer det finns. Schemat prövar formen hos en fil för sig;
om hänvisningar leder rätt, och allt annat, prövar ”vis validate”.

--vscode gör allt som Visual Studio Code behöver utöver tillägget YAML. Stå i mappen som
öppnas där. Scheman skrivs i .vscode/vis och inställningen i .vscode/settings.json. Finns
den filen redan ändras den inte; då visas i stället vad som ska läggas till. --write
skriver bara scheman, för andra redigerare. Kör igen när vis har uppdaterats.

”output” och ett kommando ger schemat för vad kommandot skriver med --format json. Det
formatet är stabilt: schema ökar om det ändras.`,
			`Prints the JSON Schema (draft 2020-12) that describes the files of a kind, so that an
editor can show what may stand there, propose words and underline faults as one writes.
Without KIND the kinds and their files are shown. The schema tests the form of a file by
itself; whether references lead anywhere, and all else, is tested by “vis validate”.

--vscode does all that Visual Studio Code needs besides the extension YAML. Stand in the
folder that is opened there. Schemas are written in .vscode/vis and the setting in
.vscode/settings.json. Where that file exists it is not changed; what to add is then shown
instead. --write writes the schemas alone, for other editors. Run it again when vis has
been updated.

“output” and a command give the schema of what the command writes with --format json.
That format is stable: schema is raised if it changes.`),
		Example: `  vis schema
  vis schema agreement -o agreement.schema.json
  vis schema --vscode
  vis schema output validate > validate.schema.json`,
		Args: a.arguments(0, 2, text.Both{}),
		ValidArgsFunction: func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			var words []string
			switch {
			case len(args) == 0:
				words = append(kindNames(), "output")
			case len(args) == 1 && args[0] == "output":
				words = names
			}
			return beginning(words, typed), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error { return a.schema(c, f, args) },
	}
	cmd.Flags().BoolVar(&f.vscode, "vscode", false, a.pick("ställ in Visual Studio Code i den här mappen", "set up Visual Studio Code in this folder"))
	cmd.Flags().StringVar(&f.write, "write", "", a.pick("skriv scheman för alla slag i den här mappen", "write the schemas of all kinds in this folder"))
	_ = cmd.MarkFlagDirname("write")
	return cmd
}

func (a *app) schema(c *cobra.Command, f schemaFlags, args []string) error {
	switch {
	case (f.vscode || c.Flags().Changed("write")) && len(args) > 0:
		return a.usage(text.TooManyArguments, text.Args{"value": args[0], "usage": "vis schema --vscode | --write " + a.valueName("write")})
	case len(args) > 0 && args[0] == "output", len(args) == 2:
		return a.schemaOfOutput(args)
	}
	a.languageOfRegistry(c)
	switch {
	case f.vscode, c.Flags().Changed("write"):
		return a.writeSchemas(f)
	case len(args) == 0:
		return a.listSchemas()
	}
	kind, err := a.fileKindNamed(args[0])
	if err != nil {
		return err
	}
	return render.JSON(a.out(), export.Schema(kind, a.lang))
}

// schemaOfOutput prints the schema of what a command writes.
func (a *app) schemaOfOutput(args []string) error {
	allowed := text.Or(slices.Sorted(maps.Keys(schemas)))
	if len(args) < 2 {
		return a.usage(text.NeedsArgument, text.Args{
			"what":  text.Both{Sv: "ordet output och ett kommando: " + allowed.Sv, En: "the word output and a command: " + allowed.En},
			"usage": "vis schema output " + a.pick("KOMMANDO", "COMMAND")})
	}
	schema, ok := schemas[args[1]]
	if args[0] != "output" || !ok {
		return a.usage(text.NoSuchSchema, text.Args{"value": args[0] + " " + args[1], "allowed": text.Both{Sv: "output och " + allowed.Sv, En: "output and " + allowed.En}})
	}
	_, err := fmt.Fprint(a.out(), schema)
	return err
}

// listSchemas shows the kinds that have a schema and the files that it is for.
func (a *app) listSchemas() error {
	t := render.Table{Header: []string{a.pick("Slag", "Kind"), a.pick("Filer", "Files"), a.pick("Innehåll", "Content")}}
	for _, k := range fileKinds() {
		content := a.kindWord(k)
		if info := k.Info(); info.File != "" {
			content = a.pick(info.Sv.One, info.En.One)
		}
		t.Rows = append(t.Rows, []string{k.String(), export.Glob(k), content})
	}
	return t.Write(a.out(), a.width(), a.style())
}

// fileKinds are the kinds that have files.
func fileKinds() []model.Kind { return slices.Concat(model.FileKinds(), model.RecordKinds()) }

func kindNames() []string {
	var out []string
	for _, k := range fileKinds() {
		out = append(out, k.String())
	}
	return out
}

// fileKindNamed finds a kind that has files by any of its names, or by its file.
func (a *app) fileKindNamed(word string) (model.Kind, error) {
	if kind, ok := model.KindNamed(strings.ToLower(word)); ok {
		return kind, nil
	}
	known := kindNames()
	for _, k := range fileKinds() {
		info := k.Info()
		words := []string{info.Name, info.Folder, info.File, info.Sv.One, info.Sv.Many, info.En.One, info.En.Many}
		if slices.Contains(words, strings.ToLower(word)) && word != "" {
			return k, nil
		}
		known = append(known, words...)
	}
	return model.NoKind, a.usage(text.NoSuchKind, text.Args{"value": word, "hint": a.hint(word, known, kindNames())})
}

// languageOfRegistry takes the language of the registry where there is one and
// nothing else chose.
func (a *app) languageOfRegistry(c *cobra.Command) {
	if a.languageIsChosen() {
		return
	}
	if o, err := a.openSilently(c.Context()); err == nil {
		_ = o.close()
	}
}
