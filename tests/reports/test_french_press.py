"""Constructions that French dispatches and chronicles use again and again, each in a sentence of ours."""

import pytest

from coded import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le 22 octobre, Zagreb avait ordonné la fermeture du consulat serbe de Rijeka.", ["SANCTION HRV>SRB occurred"],
                     id="orders-the-closure"),
        pytest.param("La diplomatie serbe a annoncé jeudi la fermeture du consulat croate à Subotica.", ["SANCTION SRB>HRV occurred"],
                     id="announces-the-closure"),
        pytest.param("Oslo a annoncé la suspension de l'aide norvégienne au Malawi.", ["SANCTION NOR>MWI occurred"],
                     id="help-is-the-giver-s"),
        pytest.param("Le Canada annonce la suspension des sanctions norvégiennes contre l'Iran.", ["CONCEDE NOR>IRN occurred"],
                     id="sanctions-are-the-imposer-s"),
        pytest.param("La Bolivie a annoncé, ce samedi, rappeler son ambassadeur au Paraguay.", ["SANCTION BOL>PRY occurred"],
                     id="announces-to-recall"),
        pytest.param("Le Togo a annoncé mardi un plan pour fermer sa frontière avec le Ghana.", [], id="a-plan-to-close"),
        pytest.param("La diplomatie croate s'est dite prête à fermer tous les consulats serbes.", ["THREATEN HRV>SRB occurred"],
                     id="ready-to-harm"),
        pytest.param("Le Ghana s'est engagé à ne plus expulser de commerçants togolais.", ["AGREE GHA>TGO occurred"],
                     id="engaged-not-to-harm"),
        pytest.param("Le président kényan s'est entretenu avec le président zambien, Paul Mwila, s'engageant à renforcer leurs relations.",
                     ["CONSULT KEN+ZMB> occurred", "AGREE KEN>ZMB planned"], id="gerund-of-who-leads"),
        pytest.param("Le président kényan a rencontré le président zambien et s'est dit prêt à travailler avec lui.",
                     ["CONSULT KEN+ZMB> occurred", "AGREE KEN>ZMB proposed"], id="shares-the-other-side"),
        pytest.param("Le Ghana a demandé à l'ambassadeur togolais de quitter le pays dans les 48 heures.", ["SANCTION GHA>TGO occurred"],
                     id="asked-to-leave"),
        pytest.param("Le Ghana a décidé d'arrêter toutes les importations togolaises.", ["SANCTION GHA>TGO occurred"],
                     id="stops-imports"),
        pytest.param("Le Kenya a retiré son accord à partir du 10 janvier, indique la Zambie.", [], id="from-a-day-on"),
        pytest.param("Le Kenya évoque des menaces sécuritaires venues de Zambie.", [], id="a-danger-is-no-threat"),
        pytest.param("Kigali a condamné Gitega. Gitega appelle la communauté internationale à agir.", ["ACCUSE RWA>BDI occurred"],
                     id="spoken-to-nobody"),
        pytest.param("L'arrivée au pouvoir du général a refroidi le Kenya et la Zambie.", [], id="comes-to-power"),
        pytest.param("Les Zambiens se rendent souvent au Kenya pour s'y faire soigner.", [], id="people-pay-no-visit"),
    ],
)  # fmt: skip
def test_told(text: str, expected: list[str]) -> None:
    assert sorted(told(text)) == sorted(expected)
