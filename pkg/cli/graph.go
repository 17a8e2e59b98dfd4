package cli

import (
	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) graphCommand() *cobra.Command {
	return inFormats(&cobra.Command{
		Use:   a.pick("graph [POST]", "graph [RECORD]"),
		Short: a.pick("Ritar strukturen, eller en post med sina grannar", "Draws the structure, or a record with its neighbours"),
		Long: a.pick(`Ritar samverkans struktur per vald dag: vem som rapporterar till vem, vad som ersätter eller
tar över från något annat, överenskommelserna under huvudöverenskommelsen, tilläggen och de
ansvariga grupperna. Med POST ritas i stället den posten, vad den hänvisar till och vad som
hänvisar till den, vilken dag hänvisningen än gäller. Streckat är bara föreslaget, eller så
avgör källorna det inte.

Bilden skrivs som text som andra program ritar: mermaid (i Markdown, inom ett kodblock med
ordet mermaid), dot (Graphviz: dot -Tsvg) eller json (för program).`,
			`Draws the structure of the cooperation on the chosen day: who reports to whom, what
replaces or takes over from something else, the agreements under the framework agreement,
the supplements and the responsible groups. With RECORD that record is drawn instead, with
what it refers to and what refers to it, whatever day the reference is of. Dashed is only
proposed, or the sources do not settle it.

The picture is written as text that other programs draw: mermaid (in Markdown, within a
code block with the word mermaid), dot (Graphviz: dot -Tsvg) or json (for programs).`),
		Example: `  vis graph
  vis graph hok -f dot -o hok.dot
  vis graph bussam --as-of 2022-11-07`,
		Args:              a.arguments(0, 1, text.Both{}),
		ValidArgsFunction: a.completeRecords(),
		RunE:              a.graph,
	}, "mermaid", "dot", "json")
}

func (a *app) graph(c *cobra.Command, args []string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	o, err := a.open(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	d := a.desk(o.view)
	g := d.Structure
	if len(args) > 0 {
		rec, err := a.findRecord(o.view, args[0])
		if err != nil {
			return err
		}
		g = func() *report.Graph { return d.Around(rec) }
	}
	switch format {
	case "dot":
		return render.GraphDOT(a.out(), g())
	case "json":
		return render.GraphJSON(a.out(), g(), render.Seen{
			Registry: o.view.Manifest.Name.V.In(string(a.lang)), AsOf: o.view.Day, Rev: a.flags.rev,
		})
	}
	return render.GraphMermaid(a.out(), g())
}
