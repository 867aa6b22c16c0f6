import HTML
import Site
import Time

extension ProposalForm {
  /// When an entry is dated, or an event takes place: one question of several fields.
  var when: HTML { kind == .event ? eventWhen : newsWhen }

  private var newsWhen: HTML {
    """
    <fieldset class="field"><legend>Date <span class="must">obligatoire</span></legend>
    <p class="box"><input id="p-mois-seul" name="month-only" type="checkbox" value="1"> <label for="p-mois-seul">Je ne connais que le mois</label></p>
    <p data-month="no"><label for="p-date">Jour</label> <input id="p-date" name="news-date" type="date" max="9999-12-31"></p>
    \(month)
    </fieldset>
    """
  }

  private var month: HTML {
    let months: [HTML] = (1...12).map { number in
      "<option value=\"\(number < 10 ? "0" : "")\(number)\">\(French.monthName(number))</option>"
    }
    return """
      <div class="row" data-month="yes" hidden><p><label for="p-mois">Mois</label> <select id="p-mois" name="month">\(months)</select></p>
      <p><label for="p-annee">Année</label> <input id="p-annee" name="year" type="number" inputmode="numeric" min="1900" max="2200"></p></div>
      """
  }

  private var eventWhen: HTML {
    let modes = [
      ("once", "Une fois"), ("days", "Plusieurs jours de suite"), ("repeat", "Régulièrement"),
      ("unknown", "Les dates ne sont pas encore connues"),
    ]
    let radios: [HTML] = modes.map { mode, words in
      """
      <p class="box"><input id="p-\(mode)" name="mode" type="radio" value="\(mode)"\(attribute: "checked", if: mode == "once")> <label for="p-\(mode)">\(words)</label></p>

      """
    }
    return """
      <fieldset class="field"><legend>Quand <span class="must">obligatoire</span></legend>
      \(radios)
      <p class="box" data-modes="once"><input id="p-mois-seul" name="month-only" type="checkbox" value="1"> <label for="p-mois-seul">Je ne connais que le mois</label></p>
      <div data-modes="once">\(month)</div>
      <div data-modes="once days repeat"><div class="row" data-month="no">
      <p><label for="p-jour">Jour <span data-modes="days repeat">(le premier)</span></label> <input id="p-jour" name="date" type="date" max="9999-12-31"></p>
      <p data-modes="days"><label for="p-dernier">Dernier jour</label> <input id="p-dernier" name="last" type="date" max="9999-12-31"></p></div>
      <div class="hours" data-month="no"><p><label for="p-debut">De (heure)</label> <input id="p-debut" name="start" type="time"></p>
      <p><label for="p-fin">À (heure)</label> <input id="p-fin" name="end" type="time"></p>
      </div></div>
      <p data-modes="unknown"><label for="p-rythme">Un rythme, en mots</label> <span class="hint" id="p-rythme-aide">Un vendredi après-midi par mois</span>
      <input id="p-rythme" name="rhythm" type="text" maxlength="\(FieldLimit.text)" data-help="p-rythme-aide" aria-describedby="p-rythme-aide"></p>
      \(rule)
      </fieldset>
      """
  }

  private var rule: HTML {
    let days: [HTML] = Weekday.allCases.enumerated().map { index, weekday in
      let name = French.weekdayName(weekday)
      return """
        <span class="box"><input id="p-\(name)" name="days" type="checkbox" value="\(index)"> <label for="p-\(name)">\(name)</label></span>

        """
    }
    let school: HTML? =
      hasSchoolHolidays
      ? """
      <p class="box"><input id="p-vacances" name="holidays" type="checkbox" value="1"> <label for="p-vacances">Pas pendant les vacances scolaires</label></p>

      """ : nil
    return """
      <div data-modes="repeat" hidden>
      <p><label for="p-chaque">Il revient</label> <select id="p-chaque" name="every">
      <option value="week">chaque semaine</option><option value="fortnight">toutes les deux semaines</option><option value="month">chaque mois</option><option value="year">chaque année</option><option value="day">tous les jours</option></select></p>
      <fieldset data-every="week fortnight"><legend>Les jours</legend><div class="days">\(days)</div></fieldset>
      <div class="row" data-every="month" hidden><p><label for="p-place">Dans le mois</label> <select id="p-place" name="place"><option value="">(choisissez d’abord le jour)</option></select></p>
      <p data-other><label for="p-autre">Et aussi</label> <select id="p-autre" name="other" data-none="rien d’autre"><option value="">rien d’autre</option></select></p></div>
      <div class="row"><p><label for="p-jusqu">Jusqu’au</label> <input id="p-jusqu" name="until" type="date" max="9999-12-31"></p>
      <p><label for="p-fois">Ou combien de fois</label> <input id="p-fois" name="count" type="number" inputmode="numeric" min="2" max="500"></p></div>
      \(school)<p class="box"><input id="p-feries" name="public" type="checkbox" value="1"> <label for="p-feries">Pas les jours fériés</label></p>
      <p><label for="p-except-1">Sauf le</label> <input id="p-except-1" name="except" type="date" max="9999-12-31"></p>
      <p><button type="button" class="button button-plain" data-add>Un autre jour où il n’a pas lieu</button></p>
      </div>
      """
  }
}
