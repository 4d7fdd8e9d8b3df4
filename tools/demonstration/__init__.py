"""Generator of the demonstration territory: synthetic, deterministic, from the tables of seeds/figures/.

Its rules are another knowledge than the matcher's: who has what comes from `flow_rules.csv` and
`sharing_rules.csv`, written apart. It never reads `seeds/usable_as.csv`, `performs.csv` or `typical_flows.csv`,
and the matcher never reads seeds/figures/: otherwise it would be asked to find again what it had itself written.
"""
