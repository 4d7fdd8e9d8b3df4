"""What the criteria compare, one column a value, for every candidate pair."""

from dataclasses import dataclass

import numpy as np

from symbiosis.domain.enums import Unit
from symbiosis.domain.tables import Bools, Floats, Ints, Territory
from symbiosis.matching.candidates import HYPOTHESIS, Candidates
from symbiosis.matching.geometry import distance_km
from symbiosis.matching.territory import UNITS


@dataclass(frozen=True)
class Pairs:
    """n pairs; the wanted side's columns are unknown (NaN, -1) where that side is only a firm to be asked."""

    t: Territory
    c: Candidates
    resource: Ints  # of the offer
    distance: Floats  # km
    radius: Floats  # km, the resource's break-even distance

    def take(self, rows: Ints | Bools | slice) -> "Pairs":
        """Return the chosen pairs."""
        return Pairs(self.t, self.c.take(rows), self.resource[rows], self.distance[rows], self.radius[rows])

    def offered(self, column: Floats) -> Floats:
        """Return a flow column on the giving side."""
        return column[self.c.offer]

    def wanted(self, column: Floats) -> Floats:
        """Return a flow column on the taking side, NaN where there is no flow."""
        return np.where(self.c.need >= 0, column[self.c.need], np.nan)

    def wanted_code(self, column: Ints) -> Ints:
        """Return a coded flow column on the taking side, -1 where there is no flow."""
        codes: Ints = np.where(self.c.need >= 0, column[self.c.need], -1)
        return codes

    def offered_code(self, column: Ints) -> Ints:
        """Return a coded flow column on the giving side."""
        return column[self.c.offer]

    @property
    def asked(self) -> Bools:
        """Return which takers told, or were seen, to want the very resource that is offered."""
        told: Bools = (self.c.edge < 0) & (self.wanted_code(self.t.flows.provenance) < HYPOTHESIS)
        return told & (self.c.need >= 0)

    @property
    def in_mwh(self) -> Bools:
        """Return which offers are measured in MWh a year."""
        measured: Bools = self.offered_code(self.t.flows.unit) == UNITS.index(Unit.MEGAWATT_HOUR)
        return measured

    @property
    def ratio(self) -> Floats:
        """Return offered over wanted quantity; NaN unless both are counted, or were told, in the same unit."""
        flows = self.t.flows
        counted = self._ratio(flows.quantity, flows.unit)
        return np.where(np.isnan(counted), self._ratio(flows.told, flows.told_unit), counted)

    def _ratio(self, quantity: Floats, unit: Ints) -> Floats:
        same = self.offered_code(unit) == self.wanted_code(unit)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            ratio = self.offered(quantity) / self.wanted(quantity)
        return np.where(same, ratio, np.nan)


def look_up(t: Territory, c: Candidates) -> Pairs:
    """Return the candidates with their resource, distance and break-even distance."""
    giver, resource = t.flows.firm[c.offer], t.flows.resource[c.offer]
    firms = t.firms
    distance = distance_km(firms.lat[giver], firms.lon[giver], firms.lat[c.taker], firms.lon[c.taker])
    return Pairs(t, c, resource, distance, t.resources.radius_km[resource])
